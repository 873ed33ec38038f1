import { type Attachment, errorBody, storeAttachment } from '../../../data/contract';
import { ApiError, headersOf } from '../../api';

/**
 * Stores a file that a ruling will rest on, as one multipart part named `file`.
 * @throws ApiError for a refusal; `unreachable` where the connection was lost.
 */
export async function sendAttachment(file: File): Promise<Attachment> {
  const body = new FormData();
  body.append('file', file, file.name);
  const response = await fetch(storeAttachment.path, {
    method: storeAttachment.method,
    headers: headersOf(),
    body,
  }).catch(() => {
    throw new ApiError(0, { code: 'unreachable', message: '' });
  });
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return storeAttachment.response.parse(answer);
  const refused = errorBody.safeParse(answer);
  const fallback = { code: `http-${response.status}`, message: response.statusText || `HTTP ${response.status}` };
  throw new ApiError(response.status, refused.success ? refused.data : fallback);
}
