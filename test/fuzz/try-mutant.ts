import { performance } from 'node:perf_hooks';
import { readBytes } from '../fixtures/at-hand';
import { gdalEntries, madeEntries } from '../fixtures/corpus/corpus';
import type { Entry } from '../fixtures/corpus/entry';
import { account } from './account';
import { mutate, randomOf } from './mutate';

export interface Outcome {
  number: number;
  name: string;
  how: string;
  /** `refused`, `read` without a fault, `flawed` with faults or warnings, or what must not be. */
  kind: 'refused' | 'read' | 'flawed' | 'crash' | 'slow' | 'unaccounted';
  detail: string;
  ms: number;
}

const slowMs = 5000;
const golden = 0x9e3779b9;
const isGdal = (entry: Entry): boolean => /^(gpkg|gdb|fgb|dxf)/.test(entry.name);
const all = [...madeEntries, ...gdalEntries()].filter((entry) => entry.bytes.length > 0);
const ofOurs = all.filter((entry) => !isGdal(entry));
const ofGdal = all.filter(isGdal);

/** Makes the mutant of that number, reads it whole, and says what came of it; the same for the same seed. */
export async function tryMutant(seed: number, number: number, gdalShare: number): Promise<Outcome> {
  const random = randomOf(seed + Math.imul(number, golden));
  const pool = random() < gdalShare ? ofGdal : ofOurs;
  const entry = pool[Math.floor(random() * pool.length)] as Entry;
  const { bytes, how } = mutate(entry, ofOurs, random);
  const outcome = { number, name: entry.name, how };
  const from = performance.now();
  try {
    const fileName = entry.name.split('#')[0] ?? '';
    const file = await readBytes(bytes, fileName, entry.encoding ?? null, entry.layer ?? null);
    const ms = performance.now() - from;
    if (ms > slowMs) return { ...outcome, kind: 'slow', detail: '', ms };
    if (!file.ok) return { ...outcome, kind: 'refused', detail: file.code, ms };
    const wrong = account(bytes, file);
    if (wrong.length > 0) return { ...outcome, kind: 'unaccounted', detail: wrong.slice(0, 3).join('; '), ms };
    const flawed = file.warnings.length > 0 || file.records.some((record) => record.fault);
    return { ...outcome, kind: flawed ? 'flawed' : 'read', detail: file.format, ms };
  } catch (error) {
    const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { ...outcome, kind: 'crash', detail: told, ms: performance.now() - from };
  }
}
