import { inject } from 'vitest';
import type { Answer, Call, EndpointShape } from '../../../data/contract/endpoint';

/** Asks the running server what the page is about to show, so that a journey names no record by heart. */
export async function ask<E extends EndpointShape>(endpoint: E, call: Call<E>): Promise<Answer<E>> {
  const {
    params = {},
    query = {},
    body,
  } = call as Partial<Record<'params' | 'query', Record<string, unknown>>> & {
    body?: unknown;
  };
  const path = endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const url = new URL(path, inject('serverUrl'));
  for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, String(value));
  const answer = await fetch(url, {
    method: endpoint.method,
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  if (!answer.ok) throw new Error(`${endpoint.method} ${url}: ${answer.status} ${await answer.text()}`);
  return endpoint.response.parse(await answer.json()) as Answer<E>;
}
