import type { FastifyInstance, LightMyRequestResponse } from 'fastify';

/** The name under which tests write, percent-encoded as the browser sends it. */
export const ACTOR = encodeURIComponent('测试员');

/** Short ways to ask the application under test. */
export function asking(app: FastifyInstance) {
  const send = (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, payload?: object, lang = 'zh') =>
    app.inject({
      method,
      url,
      headers: { 'accept-language': lang, ...(method !== 'GET' && { 'x-actor': ACTOR }) },
      ...(payload && { payload }),
    });
  return {
    get: (url: string, lang?: string): Promise<LightMyRequestResponse> => send('GET', url, undefined, lang),
    post: (url: string, payload: object, lang?: string): Promise<LightMyRequestResponse> =>
      send('POST', url, payload, lang),
    patch: (url: string, payload: object): Promise<LightMyRequestResponse> => send('PATCH', url, payload),
    remove: (url: string): Promise<LightMyRequestResponse> => send('DELETE', url),
  };
}
