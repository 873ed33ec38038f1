import { createImport } from '../../../../data/contract';
import { ApiError, headersOf } from '../../../api';

/**
 * Sends a file as one multipart part named `file`, telling the share sent, and answers the id of its import.
 * `fetch` cannot tell the share, so this is XHR. @throws ApiError, `unreachable` when the connection was lost,
 * `aborted` when it was cancelled.
 */
export function uploadFile(file: File, onShare: (share: number) => void, signal: AbortSignal): Promise<string> {
  const request = new XMLHttpRequest();
  const done = new Promise<string>((resolve, reject) => {
    const refuse = (code: string) => reject(new ApiError(0, { code, message: '' }));
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onShare(event.loaded / event.total);
    };
    request.onerror = () => refuse('unreachable');
    request.onabort = () => refuse('aborted');
    request.onload = () => {
      const answer = readJson(request.responseText);
      if (request.status >= 400) {
        const { code = `http-${request.status}`, message = request.statusText, ...rest } = answer as Partial<Refusal>;
        reject(new ApiError(request.status, { ...rest, code, message }));
        return;
      }
      resolve(createImport.response.parse(answer).id);
    };
  });
  request.open(createImport.method, createImport.path);
  for (const [name, value] of Object.entries(headersOf())) request.setRequestHeader(name, value);
  const body = new FormData();
  body.append('file', file, file.name);
  signal.addEventListener('abort', () => request.abort());
  request.send(body);
  return done;
}

type Refusal = ApiError['body'];

function readJson(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
