import type { Readable } from 'node:stream';
import multipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';
import { refusal } from '../errors';
import type { Asker } from '../routes/serve';

const megabyte = 1024 * 1024;
/** What multipart adds around a file: boundaries and part headers. */
const envelopeBytes = 64 * 1024;
const fileNameChars = 200;

/** Lets the routes of a scope take multipart uploads of one file; what announces more than the limit is refused unread. */
export async function takeUploads(scope: FastifyInstance, limitBytes: number): Promise<void> {
  await scope.register(multipart, { limits: { files: 1, fileSize: Number.POSITIVE_INFINITY } });
  scope.addHook('onRequest', async (request, reply) => {
    // What is left of a refused upload is not listened to.
    reply.header('connection', 'close');
    const announced = Number(request.headers['content-length'] ?? 0);
    if (announced > limitBytes + envelopeBytes) throw tooLarge(limitBytes);
  });
}

/** The file of a multipart request, with a name fit to be shown. */
export async function uploadOf(request: Asker['request']): Promise<{ name: string; content: Readable }> {
  const part = request.isMultipart() ? await request.file() : undefined;
  if (!part) throw refusal('file-missing');
  return { name: shownName(part.filename), content: part.file };
}

/** The refusal of a file that is larger than it may be. */
export function tooLarge(limitBytes: number) {
  return refusal('body-too-large', { limit: `${Math.round(limitBytes / megabyte)} MiB` });
}

/** A name is only ever shown, never a path. */
function shownName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const clean = [...last].filter((char) => char.charCodeAt(0) >= 0x20 && char !== '\x7f').join('');
  return clean.slice(-fileNameChars).trim() || '未命名';
}
