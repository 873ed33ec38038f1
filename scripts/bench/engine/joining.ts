import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { Findings, Measured, Unmeasured } from '../table';
import type { CityDatabase } from './city-database';
import { under } from './questions';

const run = promisify(execFile);
const entry = fileURLToPath(new URL('./join-once.ts', import.meta.url));
const candidates = 2000;
const patienceMs = 90_000;
/** The parks that every city has for this: in so many pieces, with no barrier between them. */
const parks = [
  { park: '2', pieces: 5, aimMs: 200 },
  { park: '3', pieces: 10, aimMs: 2000 },
];
const answer = z.object({
  firstMs: z.number(),
  againMs: z.number(),
  withAlternativesMs: z.number(),
  candidates: z.number(),
  plots: z.number(),
  proved: z.boolean(),
  possible: z.boolean(),
});

/** Seeks the lightest joining set of the park in five and the park in ten pieces, then with every alternative, in a process that may be given up. */
export async function seekJoins({ url }: CityDatabase): Promise<Partial<Findings>> {
  const rows: Measured[] = [];
  const missing: Unmeasured[] = [];
  for (const { park, pieces, aimMs } of parks) {
    const what = `joining set of a park in ${pieces} pieces among ${candidates.toLocaleString('en')} candidates`;
    const args = ['--import', 'tsx', entry, park, String(candidates)];
    const env = { ...process.env, DATABASE_URL: url };
    const ended = await run(process.execPath, args, { env, timeout: patienceMs }).catch(
      (error: { killed?: boolean }) => {
        if (error.killed) return null;
        throw error;
      },
    );
    if (!ended) {
      missing.push({ what, because: `it did not end within ${patienceMs / 1000} s` });
      continue;
    }
    const found = answer.parse(JSON.parse(ended.stdout));
    const outcome = found.possible ? `${found.plots} plots, ${found.proved ? 'proved' : 'not proved'}` : 'none found';
    rows.push(
      under(`${what} (${outcome}), first time`, found.firstMs, aimMs),
      under(`${what}, again`, found.againMs, aimMs),
      { what: `${what}, with every alternative`, ours: found.withAlternativesMs, peer: null, unit: 'ms', aim: null },
    );
  }
  return { rows, missing };
}
