import { readFile } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { ATTACHMENT_BYTES, ATTACHMENTS_PATH, storeAttachment } from '../../data/contract';
import type { AppParts } from '../app';
import { readStoredFile } from '../db/files/store-file';
import { dropUnusedAttachments, noteAttachment, readAttachment } from '../db/rulings/attachments';
import { refusal } from '../errors';
import { mediaTypeOf, nameAsType } from '../files/media-type-of';
import { receiveFile } from '../files/receive-file';
import { savedAs } from '../files/saved-as';
import { takeUploads, tooLarge, uploadOf } from '../files/take-uploads';
import { mustAct, serve } from './serve';

const params = z.object({ sha256: storeAttachment.response.shape.sha256 });

/** POST /api/attachments, GET /api/attachments/:sha256. */
export async function registerAttachments(app: FastifyInstance, { db }: AppParts): Promise<void> {
  await app.register(async (scope) => {
    await takeUploads(scope, ATTACHMENT_BYTES);
    serve(scope, storeAttachment, async ({ actor, request }) => {
      const who = mustAct(actor);
      const { name, content } = await uploadOf(request);
      let mediaType: string | null = null;
      const stored = await receiveFile(db, content, ATTACHMENT_BYTES, async (path) => {
        mediaType = await mediaTypeOf(await readFile(path));
        if (!mediaType) throw refusal('attachment-type', { name });
      });
      if (!stored) throw tooLarge(ATTACHMENT_BYTES);
      if (!mediaType) throw refusal('attachment-type', { name });
      await noteAttachment(db, { sha256: stored.sha256, name, mediaType, actor: who });
      await dropUnusedAttachments(db);
      return { ...stored, name, mediaType };
    });
  });

  app.get<{ Params: z.output<typeof params> }>(
    `${ATTACHMENTS_PATH}/:sha256`,
    {
      schema: {
        params,
        tags: ['rulings'],
        summary: 'Downloads a file that a ruling rests on; nothing in it runs here',
      },
    },
    async ({ params: { sha256 } }, reply) => {
      const found = await readAttachment(db, sha256);
      if (!found) throw refusal('not-found', { what: 'attachment', id: sha256 });
      reply
        .header('content-disposition', savedAs(nameAsType(found.name, found.mediaType)))
        .header('x-content-type-options', 'nosniff')
        .header('content-security-policy', "default-src 'none'; sandbox")
        .header('cache-control', 'private, no-cache')
        .type(found.mediaType);
      return reply.send(Buffer.from(await readStoredFile(db, sha256)));
    },
  );
}
