import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { chunkBytes, countChunks, noteFile, storeChunk } from '../db/files/store-file';
import type { Db } from '../db/pool';

export interface StoredFile {
  sha256: string;
  byteLength: number;
}

/**
 * Takes an upload in and stores it by its content; null when it grows past the limit, and then nothing is kept. It is
 * spooled under a name of ours first, because what a file is called by is known only at its end; `judge` may look at it
 * there and throws where it is not to be stored.
 */
export async function receiveFile(
  db: Db,
  upload: Readable,
  limitBytes: number,
  judge: (path: string) => Promise<void> = async () => undefined,
): Promise<StoredFile | null> {
  const folder = await mkdtemp(join(tmpdir(), 'yuantu-upload-'));
  try {
    const path = join(folder, 'upload');
    const spooled = await spool(upload, path, limitBytes);
    if (!spooled) return null;
    await judge(path);
    await store(db, path, spooled);
    return spooled;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function spool(upload: Readable, path: string, limitBytes: number): Promise<StoredFile | null> {
  const hash = createHash('sha256');
  const file = await open(path, 'wx', 0o600);
  let byteLength = 0;
  try {
    for await (const piece of upload as AsyncIterable<Buffer>) {
      byteLength += piece.byteLength;
      if (byteLength > limitBytes) return null;
      hash.update(piece);
      await file.write(piece);
    }
  } finally {
    await file.close();
  }
  return { sha256: hash.digest('hex'), byteLength };
}

/** Pieces are written one statement each, so that a large file never holds the database; what is there is passed over. */
async function store(db: Db, path: string, { sha256, byteLength }: StoredFile): Promise<void> {
  await noteFile(db, sha256, byteLength);
  if ((await countChunks(db, sha256)) === Math.ceil(byteLength / chunkBytes)) return;
  let n = 0;
  for await (const piece of createReadStream(path, { highWaterMark: chunkBytes })) {
    await storeChunk(db, sha256, n++, piece as Buffer);
  }
}
