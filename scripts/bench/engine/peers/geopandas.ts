import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import { Contacts, type PieceCounts } from './answers';
import { type PeerPlot, wkbOf } from './peer-ground';

const run = promisify(execFile);
const script = fileURLToPath(new URL('./ask-geopandas.py', import.meta.url));
/** Debian's packages belong to its own interpreter. */
const interpreters = ['/usr/bin/python3', 'python3'];
const answerBytes = 512 * 1024 * 1024;
const answer = z.object({
  name: z.string(),
  piecesMs: z.number(),
  pieces: z.array(z.number()),
  contactsMs: z.number(),
  contacts: z.array(z.tuple([z.number(), z.number(), z.number()])),
});

/** What GeoPandas answered and how long it took, reading the plots not counted. */
export interface GeopandasAnswer {
  readonly name: string;
  readonly piecesMs: number;
  readonly pieces: PieceCounts;
  readonly contactsMs: number;
  readonly contacts: Contacts;
}

/** Asks GeoPandas the same of the same plots; null where it is not installed. */
export async function askGeopandas(plots: readonly PeerPlot[], metres: number): Promise<GeopandasAnswer | null> {
  const python = await findPython();
  if (!python) return null;
  const folder = await mkdtemp(join(tmpdir(), 'yuantu-geopandas-'));
  try {
    const file = join(folder, 'plots.bin');
    await writeFile(file, Buffer.concat(plots.flatMap((plot) => withHead(plot.park, wkbOf(plot)))));
    const { stdout } = await run(python, ['-W', 'ignore', script, file, String(metres)], { maxBuffer: answerBytes });
    const { contacts: found, ...rest } = answer.parse(JSON.parse(stdout));
    const contacts = new Contacts(plots.length);
    for (const [a, b, common] of found) contacts.add(a, b, common);
    return { ...rest, contacts };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function withHead(park: number, wkb: Buffer): Buffer[] {
  const head = Buffer.alloc(8);
  head.writeUInt32LE(wkb.length, head.writeUInt32LE(park, 0));
  return [head, wkb];
}

async function findPython(): Promise<string | null> {
  for (const python of interpreters) {
    const found = await run(python, ['-c', 'import geopandas']).catch(() => null);
    if (found) return python;
  }
  return null;
}
