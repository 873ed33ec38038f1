import { describe, expect, it } from 'vitest';
import type { Areal } from '../../data/contract/geojson';
import { contiguity } from '../../server/core/contiguity';
import { ellipsoidalArea } from '../../server/core/fabric/area';
import { layFabric, type PlotInput } from '../../server/core/fabric/fabric';
import { findOverlaps } from '../../server/core/fabric/union-area';
import { contiguitySettings } from '../../server/core/pieces/settings';
import { testDatabase } from '../support/database';
import { asValues, clustersOf, crs, onPlane, readFabrics, ruleset, windowsOf, withPlots } from './oracle';

/** PostGIS measures with other code (GEOS, PROJ, its own geodesy) what the core measures with its own. */
const db = await testDatabase({ sample: false, facts: false });
const { settings } = contiguitySettings(ruleset);
const fabrics = await readFabrics();

/**
 * Two answers of geodesic areas are the same. Both sum up the ground between each edge and the equator, millions of m²,
 * so that either is off by up to 3e-4 m² however small the plot (measured against a plane laid through the plot itself).
 */
function expectSameArea(own: number, theirs: number, name: string, uncounted = 0): void {
  const tolerance = theirs * 1e-6 + 1e-3;
  expect(own, name).toBeGreaterThan(theirs - tolerance);
  expect(own, name).toBeLessThan(theirs + tolerance + uncounted);
}

describe.each(fabrics)('$name', ({ plots }) => {
  const skipped = plots === null;
  const whole = plots ? windowsOf(plots, { seed: 11, windows: 4, count: 120 }) : [];
  const thin = plots ? windowsOf(plots, { seed: 12, windows: 6, count: 250, keep: 0.2 }) : [];

  it.skipIf(skipped)('has the area of every plot on the ellipsoid', async () => {
    for (const window of whole) {
      const rows = await db.query<{ area: number }>({
        text: `${withPlots(4490)} select st_area(geom::geography) as area from plot order by n`,
        values: asValues(window, 'degrees'),
      });
      for (const [n, plot] of window.entries()) {
        const own = layFabric([plot], crs).parts.reduce((sum, part) => sum + ellipsoidalArea(part), 0);
        expectSameArea(own, rows[n]?.area ?? 0, plot.id);
      }
    }
  });

  it.skipIf(skipped)('has the area of every piece, common ground counted once', async () => {
    let united = 0;
    for (const window of whole.map(withCopies)) {
      const overlaps = findOverlaps(layFabric(window, crs).parts, settings);
      const inSlivers = new Set(
        overlaps.filter(({ isOverlap }) => !isOverlap).flatMap(({ a, b }) => [window[a]?.id, window[b]?.id]),
      );
      for (const piece of contiguity({ plots: window }, ruleset).readings.strict.pieces) {
        if (piece.plots.some((id) => inSlivers.has(id))) continue;
        const members = window.filter(({ id }) => piece.plots.includes(id));
        const [row] = await db.query<{ area: number }>({
          text: `${withPlots(4490)} select st_area(st_unaryunion(st_collect(geom))::geography) as area from plot`,
          values: asValues(members, 'degrees'),
        });
        // The core unites on the plane and scales by the mean of the piece, where scale varies by less than 1e-6;
        // strips thinner than a millimetre are no common ground to it, and so may count twice along shared boundary.
        const boundary = layFabric(members, crs).parts.reduce((sum, { perimeterMetres }) => sum + perimeterMetres, 0);
        expectSameArea(piece.areaSquareMetres, row?.area ?? 0, piece.plots.join(), (boundary / 2) * 0.001);
        if (piece.plots.some((id) => id.startsWith('copy'))) united++;
      }
    }
    expect(united).toBeGreaterThan(0);
  });

  it.skipIf(skipped)('has the width of every gap', async () => {
    for (const window of thin) {
      const { gaps, readings, joinsAtMetres } = contiguity({ plots: window }, ruleset);
      const pieceOf = new Map(readings.strict.pieces.flatMap(({ plots: ids }, n) => ids.map((id) => [id, n])));
      const rows = await db.query<{ metres: number }>({
        text: `${withPlots(0)}, piece as (select p.piece, st_collect(geom) as geom
             from plot join unnest($3::text[], $4::int[]) as p(id, piece) using (id) group by p.piece)
           select st_distance(a.geom, b.geom) as metres from unnest($5::int[], $6::int[]) with ordinality as g(a, b, n)
             join piece a on a.piece = g.a join piece b on b.piece = g.b order by g.n`,
        values: [
          ...asValues(window, 'metres'),
          [...pieceOf.keys()],
          [...pieceOf.values()],
          gaps.map(({ from }) => pieceOf.get(from)),
          gaps.map(({ to }) => pieceOf.get(to)),
        ],
      });
      const widths = gaps.map(({ widthMetres }) => widthMetres);
      expect(rows).toHaveLength(gaps.length);
      // Answers are rounded to the micrometre.
      for (const [n, metres] of widths.entries())
        expect(Math.abs((rows[n]?.metres ?? -1) - metres), gaps[n]?.from).toBeLessThan(2e-6);
      const clusters = async (within: number) => new Set(await clustersOf(db, window, within)).size;
      expect(joinsAtMetres).toBeGreaterThan(settings.snapMetres);
      expect([await clusters(joinsAtMetres + 1e-5), (await clusters(joinsAtMetres - 1e-5)) > 1]).toEqual([1, true]);
    }
  });

  it.skipIf(skipped)('stands where PROJ puts it in the city CRS', async () => {
    const some = whole[0]?.slice(0, 30) ?? [];
    const [row] = await db.query<{ metres: number }>({
      text: `${withPlots(4490)}, own as (
             select n, st_geomfromgeojson(shape) as geom from unnest($3::text[]) with ordinality as sent(shape, n))
           select max(st_hausdorffdistance(st_setsrid(st_transform(plot.geom, $4), 0), st_setsrid(own.geom, 0))) as metres
             from plot join own using (n)`,
      values: [...asValues(some, 'degrees'), asValues(some, 'metres')[1], ruleset.rules.measure.cityCrs.value.proj4],
    });
    expect(row?.metres).toBeLessThan(1e-6);
  });
});

/** Lays a copy of every fortieth plot 20 m aside: real common ground. */
function withCopies(window: readonly PlotInput[]): PlotInput[] {
  const copies = window.filter((_, n) => n % 40 === 0).map(({ id, geometry }) => ({ id, geometry: aside(geometry) }));
  return [...window, ...copies.map(({ id, geometry }) => ({ id: `copy of ${id}`, geometry }))];
}

function aside(geometry: Areal): Areal {
  return onPlane(geometry, (position) => {
    const [x, y] = crs.toMetres(position);
    return crs.toDegrees([x + 20, y + 7]);
  });
}
