import type { Answer, Call, EndpointShape } from '../data/contract/endpoint';
import { type ErrorBody, errorBody } from '../data/contract/errors';
import { actorNow, askActor } from './shell/actor';
import { i18n } from './text/i18n';

/** A refusal of the server, or of the network (`code` is then `unreachable`). */
export class ApiError extends Error {
  readonly code: string;
  readonly status: number;
  readonly requestId: string | null;
  readonly body: ErrorBody;
  constructor(status: number, body: ErrorBody) {
    super(body.message);
    this.name = 'ApiError';
    this.code = body.code;
    this.status = status;
    this.requestId = body.requestId ?? null;
    this.body = body;
  }
}

/** A call's parts as the wire takes them, whatever the endpoint. */
export interface Parts {
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
}

/** The address of an endpoint with its parameters and query filled in. */
export function pathOf(endpoint: EndpointShape, { params = {}, query = {} }: Parts): string {
  const path = endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name] ?? '')));
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query))
    if (value !== undefined && value !== null && value !== '') search.set(key, String(value));
  return search.size ? `${path}?${search}` : path;
}

/** Headers that every request carries: the reader's language and, once given, the actor's name percent-encoded. */
export function headersOf(): Record<string, string> {
  const actor = actorNow();
  return {
    'Accept-Language': i18n.language === 'en' ? 'en' : 'zh-CN',
    ...(actor ? { 'X-Actor': encodeURIComponent(actor) } : {}),
  };
}

async function refusalOf(response: Response): Promise<ApiError> {
  const fallback = { code: `http-${response.status}`, message: response.statusText || `HTTP ${response.status}` };
  const read = errorBody.safeParse(await response.json().catch(() => null));
  return new ApiError(response.status, read.success ? read.data : fallback);
}

/** Asks the reader for a name where a write needs one and none is known yet; false when the reader puts it off. */
export async function signFirst(endpoint: EndpointShape): Promise<boolean> {
  return !endpoint.signed || actorNow() !== null || (await askActor()) !== null;
}

/**
 * Calls an endpoint of the contract and returns its answer; a write that needs a name asks the reader for it first.
 * @throws ApiError for every refusal and for a network that does not answer; an abort passes through as it is.
 */
export async function call<E extends EndpointShape>(
  endpoint: E,
  args: Call<E>,
  signal?: AbortSignal,
): Promise<Answer<E>> {
  await signFirst(endpoint);
  const parts = args as Parts;
  const sends = parts.body !== undefined;
  const response = await fetch(pathOf(endpoint, parts), {
    method: endpoint.method,
    headers: { ...headersOf(), ...(sends ? { 'Content-Type': 'application/json' } : {}) },
    ...(sends ? { body: JSON.stringify(parts.body) } : {}),
    ...(signal ? { signal } : {}),
  }).catch((reason: unknown) => {
    if (signal?.aborted) throw reason;
    throw new ApiError(0, { code: 'unreachable', message: '' });
  });
  if (!response.ok) throw await refusalOf(response);
  return (await response.json()) as Answer<E>;
}
