import type { Queryable } from '../pool';

/** Files lie in pieces of this size; an embedded database takes one in a few milliseconds. */
export const chunkBytes = 1024 * 1024;

/** Notes a file by its content; storing the same content again only makes it new, so that nobody removes it as forgotten. */
export async function noteFile(db: Queryable, sha256: string, byteLength: number): Promise<void> {
  await db.query({
    text: 'insert into file (sha256, byte_length) values ($1, $2) on conflict (sha256) do update set stored_at = now()',
    values: [sha256, byteLength],
  });
}

/** How many pieces of a file are there: fewer than all where an earlier upload was cut short. */
export async function countChunks(db: Queryable, sha256: string): Promise<number> {
  const [row] = await db.query<{ count: number }>({
    text: 'select count(*)::int as count from file_chunk where sha256 = $1',
    values: [sha256],
  });
  return row?.count ?? 0;
}

/** Stores one piece, unless it is there. */
export async function storeChunk(db: Queryable, sha256: string, n: number, content: Uint8Array): Promise<void> {
  await db.query({
    text: 'insert into file_chunk (sha256, n, content) values ($1, $2, $3) on conflict do nothing',
    values: [sha256, n, content],
  });
}

/** A stored file in one piece. */
export async function readStoredFile(db: Queryable, sha256: string): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of readFilePieces(db, sha256)) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** A stored file piece by piece, in order; one that lacks a piece is an error. */
export async function* readFilePieces(db: Queryable, sha256: string): AsyncIterable<Uint8Array> {
  const [file] = await db.query<{ length: number }>({
    text: 'select byte_length as length from file where sha256 = $1',
    values: [sha256],
  });
  for (let n = 0; n * chunkBytes < (file?.length ?? 0); n++) {
    const [chunk] = await db.query<{ content: Uint8Array }>({
      text: 'select content from file_chunk where sha256 = $1 and n = $2',
      values: [sha256, n],
    });
    if (!chunk) throw new Error(`piece ${n} of file ${sha256} is missing`);
    yield chunk.content;
  }
}
