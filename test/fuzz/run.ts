import { inspect, parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { type Outcome, tryMutant } from './try-mutant';

const hangMs = 20_000;
const shownFailures = 20;
const { values } = parseArgs({
  options: {
    mutants: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '2026' },
    /** One mutant alone, to look at what it does. */
    only: { type: 'string' },
    /** Share of mutants of files that GDAL reads, each of which takes half a second. */
    gdal: { type: 'string', default: '0.03' },
  },
});
const [seed, mutants, gdalShare] = [Number(values.seed), Number(values.mutants), Number(values.gdal)];

/** Throws mutants of the corpus at the readers: `npm run fuzz -- --mutants 10000 --seed 2026`. */
async function fuzz(): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  while (outcomes.length < mutants) await runFrom(outcomes);
  return outcomes;
}

/** Tries on from where the outcomes end, until all are tried or one hangs or brings its thread down. */
function runFrom(outcomes: Outcome[]): Promise<void> {
  const worker = new Worker(new URL('./boot.mjs', import.meta.url), {
    execArgv: [],
    workerData: { seed, from: outcomes.length, to: mutants, gdalShare },
  });
  return new Promise((resolve) => {
    let timer: NodeJS.Timeout | undefined;
    const lost = (kind: 'crash' | 'slow', detail: string) => {
      outcomes.push({ number: outcomes.length, name: '?', how: '?', kind, detail, ms: hangMs });
      worker.terminate().then(() => resolve());
    };
    worker.on('message', (word: { trying?: number; outcome?: Outcome }) => {
      clearTimeout(timer);
      if (word.outcome) outcomes.push(word.outcome);
      else timer = setTimeout(() => lost('slow', 'hangs'), hangMs);
      if (outcomes.length % 1000 === 0 && word.outcome) say(`${outcomes.length} …`);
    });
    worker.once('error', (error) => lost('crash', error.message));
    worker.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

const say = (line: string) => process.stdout.write(`${line}\n`);

if (values.only !== undefined) say(inspect(await tryMutant(seed, Number(values.only), gdalShare)));
else {
  const outcomes = await fuzz();
  const tally = new Map<string, number>();
  for (const { kind, detail } of outcomes) {
    const key = kind === 'crash' || kind === 'unaccounted' ? kind : `${kind} ${detail}`;
    tally.set(key, (tally.get(key) ?? 0) + 1);
  }
  for (const [key, count] of [...tally].sort(([, a], [, b]) => b - a)) say(`${String(count).padStart(6)}  ${key}`);
  const failures = outcomes.filter(({ kind }) => ['crash', 'slow', 'unaccounted'].includes(kind));
  say(`slowest ${Math.round(Math.max(...outcomes.map(({ ms }) => ms)))} ms, failures ${failures.length}`);
  for (const failure of failures.slice(0, shownFailures)) say(inspect(failure));
  process.exitCode = failures.length > 0 ? 1 : 0;
}
