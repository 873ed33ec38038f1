import { type ErrorBody, errorBody } from '../../../data/contract';
import { ApiError, headersOf } from '../../api';

export interface Fetched {
  readonly name: string;
  readonly blob: Blob;
  readonly count: number;
}

/**
 * Fetches a file with the reader's name in the header, which a link could not carry, telling the bytes as they come.
 * @throws ApiError for a refusal; one of code `broken` when the stream ended early.
 */
export async function fetchFile(path: string, signal: AbortSignal, onBytes: (bytes: number) => void): Promise<Fetched> {
  const response = await fetch(path, { headers: headersOf(), signal }).catch((reason: unknown) => {
    if (signal.aborted) throw reason;
    throw new ApiError(0, { code: 'unreachable', message: '' });
  });
  if (!response.ok || !response.body) throw new ApiError(response.status, await refusalOf(response));
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  const reader = response.body.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      pieces.push(next.value);
      bytes += next.value.byteLength;
      onBytes(bytes);
    }
  } catch (reason) {
    if (signal.aborted) throw reason;
    throw new ApiError(0, { code: 'broken', message: '' });
  }
  const type = response.headers.get('content-type') ?? 'application/octet-stream';
  const named = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  return {
    name: named ? decodeURIComponent(named) : 'export',
    blob: new Blob(pieces, { type }),
    count: Number(response.headers.get('x-export-rows') ?? 0),
  };
}

async function refusalOf(response: Response): Promise<ErrorBody> {
  const read = errorBody.safeParse(await response.json().catch(() => null));
  return read.success ? read.data : { code: `http-${response.status}`, message: response.statusText };
}
