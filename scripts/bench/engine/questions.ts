import type { OpAnswer } from '../../../server/engine/ops';
import type { Measured } from '../table';
import type { CityDatabase } from './city-database';
import { leastOf, once, type Timed } from './clock';
import type { Resident } from './resident';

const rounds = 3;
const aims = { verdictsMs: 500, leftoverMs: 2000 };

/** All verdicts on all parks, and all leftover plots beside them classed: for the first time after the load, and again. */
export async function askAll(
  { parks }: CityDatabase,
  { engine, asked }: Resident,
): Promise<{ rows: Measured[]; notes: string[] }> {
  const verdicts = () => engine.askEach('verdicts', parks, asked);
  const refresh = () => engine.askEach('refresh', parks, asked, { patient: true });
  const firstVerdicts = await once(verdicts);
  const againVerdicts = await leastOf(rounds, verdicts);
  const firstRefresh = await once(refresh);
  const againRefresh = await leastOf(rounds, refresh);
  const plots = firstRefresh.answer.reduce((sum, found) => sum + (found?.looked ?? 0), 0);
  const ofParks = `contiguity verdicts of ${parks.length} parks`;
  const ofPlots = `${plots.toLocaleString('en')} leftover plots classed beside ${parks.length} parks, with the parks' verdicts`;
  const rows = [
    underWith(`all ${ofParks}, first time`, firstVerdicts, aims.verdictsMs),
    underWith(`all ${ofParks}, again`, againVerdicts, aims.verdictsMs),
    underWith(`all ${ofPlots}, first time`, firstRefresh, aims.leftoverMs),
    underWith(`all ${ofPlots}, again`, againRefresh, aims.leftoverMs),
  ];
  return { rows, notes: [sayTally(firstRefresh.answer)] };
}

/** How often each verdict and each class came out: a bench that finds nothing measures nothing. */
function sayTally(answers: readonly (OpAnswer<'refresh'> | null)[]): string {
  const found = answers.flatMap((one) => one ?? []);
  const verdicts = tally(found.map(({ title }) => title.contiguity.verdict));
  const kinds = tally(found.flatMap(({ findings }) => findings.map(({ kind }) => kind)));
  const pieces = found.map(({ title }) => title.contiguity.readings.normal.pieces.length);
  return `verdicts: ${verdicts}; most pieces of a park: ${Math.max(...pieces)}; leftover plots: ${kinds}`;
}

/** The same with the processor time told, which others on the machine do not lengthen. */
export function underWith(what: string, { ms, processorMs }: Timed<unknown>, aimMs: number): Measured {
  return under(`${what} (${Math.round(processorMs).toLocaleString('en')} ms of processor)`, ms, aimMs);
}

/** A figure in milliseconds that should stay under another. */
export function under(what: string, ms: number, aimMs: number): Measured {
  return { what, ours: ms, peer: null, unit: 'ms', aim: { text: `under ${aimMs} ms`, reached: ms < aimMs } };
}

function tally(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([word, count]) => `${count} ${word}`)
    .join(', ');
}
