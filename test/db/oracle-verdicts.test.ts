import { describe, expect, it } from 'vitest';
import { contiguity } from '../../server/core/contiguity';
import type { PlotInput } from '../../server/core/fabric/fabric';
import { Groups } from '../../server/core/fabric/groups';
import { judgeAreal } from '../../server/core/fabric/judge';
import { contiguitySettings } from '../../server/core/pieces/settings';
import { testDatabase } from '../support/database';
import { asValues, clustersOf, readFabrics, ruleset, windowsOf, withPlots } from './oracle';
import { rings } from './oracle-rings';

const db = await testDatabase({ sample: false, facts: false });
const { settings } = contiguitySettings(ruleset);
const fabrics = await readFabrics();

/** Pieces of plots as one sorted text each, whatever they are numbered by. */
const named = (groups: Iterable<readonly string[]>): string[] =>
  [...groups].map((ids) => [...ids].sort().join()).sort();

describe.each(fabrics)('$name', ({ plots }) => {
  const skipped = plots === null;

  it.skipIf(skipped)('falls into the loose pieces that ST_ClusterDBSCAN finds', async () => {
    const windows = plots ? windowsOf(plots, { seed: 21, windows: 8, count: 600, keep: 0.04 }) : [];
    let pieces = 0;
    for (const window of windows) {
      const clusters = new Map<number, string[]>();
      for (const [n, cluster] of (await clustersOf(db, window, settings.looseGapMetres)).entries())
        clusters.set(cluster, [...(clusters.get(cluster) ?? []), window[n]?.id ?? '']);
      const own = contiguity({ plots: window }, ruleset).readings.loose.pieces;
      expect(named(own.map((piece) => piece.plots))).toEqual(named(clusters.values()));
      pieces += own.length;
    }
    expect(pieces).toBeGreaterThan(windows.length);
  });

  it.skipIf(skipped)('falls into the strict pieces that lengths of boundary within the snap leave', async () => {
    const windows = plots ? windowsOf(plots, { seed: 22, windows: 5, count: 100, keep: 0.7 }) : [];
    let open = 0;
    let all = 0;
    for (const window of windows) {
      const pairs = await pairsOf(window);
      const pieceOf = new Map(
        contiguity({ plots: window }, ruleset).readings.strict.pieces.flatMap((piece, n) =>
          piece.plots.map((id) => [id, n]),
        ),
      );
      const together = new Groups(window.length);
      for (const { a, b, verdict } of pairs) {
        const [p, q] = [window[a]?.id ?? '', window[b]?.id ?? ''];
        if (verdict === 'joined') expect(pieceOf.get(p), `${p} ${q}`).toBe(pieceOf.get(q));
        if (verdict !== 'apart') together.join(a, b);
      }
      for (const [a, { id: p }] of window.entries())
        for (const [b, { id: q }] of window.entries())
          if (pieceOf.get(p) === pieceOf.get(q)) expect(together.same(a, b), `${p} ${q}`).toBe(true);
      open += pairs.filter(({ verdict }) => verdict === 'open').length;
      all += pairs.length;
    }
    expect(open / all).toBeLessThan(0.15);
  });
});

interface Pair {
  a: number;
  b: number;
  verdict: 'joined' | 'apart' | 'open';
}

/**
 * Plots within the snap of each other, by brute force: the boundary of one inside a buffer of the other's is never
 * shorter than the contact, and longer by what merely crosses: up to 1.5 m at each end of a contact.
 */
async function pairsOf(window: readonly PlotInput[]): Promise<Pair[]> {
  const rows = await db.query<{ a: number; b: number; metres: number; needed: number; common: number; thick: boolean }>(
    {
      text: `${withPlots(0)}, ringed as materialized (
             select n::int - 1 as n, geom, st_boundary(geom) as ring, st_buffer(st_boundary(geom), $3) as band from plot)
           select a.n as a, b.n as b, least($4, $5 * least(st_length(a.ring), st_length(b.ring))) as needed,
                  greatest(st_length(st_intersection(a.ring, b.band)), st_length(st_intersection(b.ring, a.band))) as metres,
                  st_area(st_intersection(a.geom, b.geom)) as common,
                  not st_isempty(st_buffer(st_intersection(a.geom, b.geom), -$6::float8 / 2)) as thick
             from ringed a join ringed b on a.n < b.n and st_dwithin(a.geom, b.geom, $3)`,
      values: [
        ...asValues(window, 'metres'),
        settings.snapMetres,
        settings.minSharedMetres,
        settings.sharedPerimeterShare,
        settings.overlapThicknessMetres,
      ],
    },
  );
  return rows.map(({ a, b, metres, needed, common, thick }) => {
    const overlaps = common > settings.overlapSquareMetres && thick;
    if (overlaps || metres > needed + 3) return { a, b, verdict: 'joined' };
    return { a, b, verdict: metres < needed - 0.01 ? 'apart' : 'open' };
  });
}

/**
 * Read as ESRI does (flag 1), an outline may touch itself and so make a hole. The core also takes an island that hangs
 * by a corner, whose ground is as clear, and parts over each other, which it reports as an overlap.
 */
describe('rings', () => {
  it.each(rings)('$name', async ({ geometry, valid, judged = valid }) => {
    const shape = JSON.stringify(geometry);
    const [row] = await db.query<{ valid: boolean }>({
      text: 'select st_isvalid(st_geomfromgeojson($1), 1) as valid',
      values: [shape],
    });
    const faults = judgeAreal({ id: 'x', geometry }, ruleset.rules.measure.planningExtent.value).faults;
    expect([row?.valid, faults.length === 0]).toEqual([valid, judged]);
  });
});
