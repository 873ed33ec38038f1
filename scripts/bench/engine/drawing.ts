import { z } from 'zod';
import type { Db } from '../../../server/db/pool';
import type { Measured } from '../table';
import { once, percentile } from './clock';
import { under } from './questions';
import type { Resident } from './resident';

/** The park of most plots, all in one place. */
const grownPark = 1;
const warmUps = 20;
const aimMs = 15;
const patienceMs = 120_000;

/** The plots of one park in the order in which somebody draws them: each next one is the nearest to the first. */
export async function drawingOrder(db: Db): Promise<string[]> {
  const text = `with plot as (select p.id, p.geom from park_member m join parcel p on p.id = m.parcel where m.park = $1)
    select id::text from plot order by st_distance(geom, (select geom from plot order by id limit 1)), id`;
  const rows = await db.query({ text, values: [grownPark] }, z.object({ id: z.string() }));
  return rows.map(({ id }) => id);
}

/**
 * Grows a park plot by plot, or by so many at a time, and asks after each; answers the milliseconds of each step. Ends
 * before the last plot where that takes minutes.
 */
export async function growPark(
  plots: readonly string[],
  atATime: number,
  ask: (parcels: string[]) => Promise<unknown>,
): Promise<number[]> {
  for (let warm = 0; warm < warmUps; warm++) await ask(plots.slice(0, 1 + warm));
  const steps: number[] = [];
  const end = performance.now() + patienceMs;
  for (let count = 1; count <= plots.length && performance.now() < end; count += atATime)
    steps.push((await once(() => ask(plots.slice(0, count)))).ms);
  return steps;
}

/** Contiguity while drawing, asked of the engine in this process. */
export async function drawInEngine(
  plots: readonly string[],
  atATime: number,
  { engine, asked }: Resident,
): Promise<Measured[]> {
  const { answer: steps, processorMs } = await once(() =>
    growPark(plots, atATime, (parcels) => engine.ask('judge', { parcels }, asked)),
  );
  const mean = (processorMs / (steps.length + warmUps)).toFixed(1);
  return drawingRows(
    `one park while drawing, 1 to ${reached(steps, atATime)} plots, in the engine (${mean} ms of processor a step)`,
    steps,
  );
}

/** The middle, the 95th and the 99th percentile of steps, the aim being on the second. */
export function drawingRows(what: string, steps: readonly number[]): Measured[] {
  const plain = (share: number): Measured => {
    return {
      what: `${what}, ${share * 100} % of steps`,
      ours: percentile(steps, share),
      peer: null,
      unit: 'ms',
      aim: null,
    };
  };
  return [plain(0.5), under(`${what}, 95 % of steps`, percentile(steps, 0.95), aimMs), plain(0.99)];
}

/** The most plots that a drawing of so many steps came to. */
export function reached(steps: readonly number[], atATime: number): number {
  return 1 + (steps.length - 1) * atATime;
}
