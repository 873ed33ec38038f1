import { mkdir, open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readFilePieces } from '../db/files/store-file';
import { listLivingImports } from '../db/imports/claim-import';
import type { Db } from '../db/pool';

const idChars = 36;
const claimChars = 8;

/** Folder of one job: named by its import, and by its claim, so that a job taken over never meets its first holder. */
const folderOf = (scratch: string, id: string, claim: string): string =>
  join(scratch, `${id}-${claim.slice(0, claimChars)}`);

/** Lays the stored file of a job into a folder of its own, piece by piece, and gives it to `act`; afterwards all is gone. */
export async function withFile<T>(
  place: { db: Db; scratchFolder: string },
  job: { id: string; sha256: string },
  claim: string,
  act: (at: { path: string; folder: string }) => Promise<T>,
): Promise<T> {
  const own = folderOf(place.scratchFolder, job.id, claim);
  const folder = join(own, 'unpacked');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    const path = join(own, 'file');
    const file = await open(path, 'wx', 0o600);
    try {
      for await (const piece of readFilePieces(place.db, job.sha256)) await file.write(piece);
    } finally {
      await file.close();
    }
    return await act({ path, folder });
  } finally {
    await rm(own, { recursive: true, force: true });
  }
}

/** Removes what killed processes left behind; folders of jobs that are alive, here or in another process, stay. */
export async function sweepScratch(db: Db, scratchFolder: string): Promise<void> {
  const names = await readdir(scratchFolder).catch(() => [] as string[]);
  if (names.length === 0) return;
  const living = new Set(await listLivingImports(db));
  const dead = names.filter((name) => !living.has(name.slice(0, idChars)));
  await Promise.all(dead.map((name) => rm(join(scratchFolder, name), { recursive: true, force: true })));
}
