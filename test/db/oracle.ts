import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Areal, Position } from '../../data/contract/geojson';
import { openRandom } from '../../scripts/sample-city/random';
import { openCityCrs } from '../../server/core/fabric/city-crs';
import type { PlotInput } from '../../server/core/fabric/fabric';
import type { Db } from '../../server/db/pool';
import { readRulesets } from '../../server/rules';

/** The ruleset and the plane that the core is asked under. */
export const ruleset = readRulesets().current;
export const crs = openCityCrs(ruleset.rules.measure.cityCrs.value.proj4);

interface Fabric {
  readonly name: string;
  /** Null where the data is not on this machine. */
  readonly plots: readonly PlotInput[] | null;
}

const cadastre = join(import.meta.dirname, '../../../shared/data/parcels/cadastre-91216-at-quanzhou.geojson');

/** A made city and a real cadastre (moved here, surveyed by hand for two hundred years). */
export async function readFabrics(): Promise<Fabric[]> {
  const { citySeed, generateCity } = await import('../../scripts/sample-city/generate');
  const city = generateCity(citySeed).parcels.map(
    ({ number, polygon }): PlotInput => ({ id: number, geometry: { type: 'Polygon', coordinates: polygon } }),
  );
  return [
    { name: 'the sample city', plots: city },
    { name: 'a cadastre (../shared/data)', plots: existsSync(cadastre) ? readCadastre() : null },
  ];
}

function readCadastre(): PlotInput[] {
  const { features } = JSON.parse(readFileSync(cadastre, 'utf8')) as { features: { id: string; geometry: Areal }[] };
  return features.map(({ id, geometry }) => ({ id, geometry }));
}

interface Windows {
  readonly seed: number;
  readonly windows: number;
  readonly count: number;
  /** The chance of each plot to be kept, so that there are gaps; 1 unless given. */
  readonly keep?: number;
}

/** Windows at seeded places: the plots nearest to one of them, whole or thinned. */
export function windowsOf(plots: readonly PlotInput[], { seed, windows, count, keep = 1 }: Windows): PlotInput[][] {
  const random = openRandom(seed);
  return Array.from({ length: windows }, () =>
    nearest(plots, random.pick(plots), count).filter(() => random.chance(keep)),
  );
}

function nearest(plots: readonly PlotInput[], to: PlotInput, count: number): PlotInput[] {
  const [x = 0, y = 0] = cornerOf(to);
  const away = (plot: PlotInput): number => {
    const [lon = 0, lat = 0] = cornerOf(plot);
    return Math.hypot(lon - x, lat - y);
  };
  return plots
    .map((plot) => ({ plot, degrees: away(plot) }))
    .sort((a, b) => a.degrees - b.degrees)
    .slice(0, count)
    .map(({ plot }) => plot);
}

function cornerOf({ geometry }: PlotInput): Position {
  return (geometry.type === 'Polygon' ? geometry.coordinates[0]?.[0] : geometry.coordinates[0]?.[0]?.[0]) ?? [0, 0];
}

/** Plots as bound values: ids, and GeoJSON in degrees or, for what is measured on the plane, in the core's own metres. */
export function asValues(plots: readonly PlotInput[], plane: 'degrees' | 'metres'): [string[], string[]] {
  const shapes = plots.map(({ geometry }) => (plane === 'metres' ? onPlane(geometry, crs.toMetres) : geometry));
  return [plots.map(({ id }) => id), shapes.map((shape) => JSON.stringify(shape))];
}

/** The same shape with every position moved. */
export function onPlane(geometry: Areal, move: (position: Position) => [number, number]): Areal {
  const moved = (rings: readonly Position[][]) => rings.map((ring) => ring.map(move));
  if (geometry.type === 'Polygon') return { type: 'Polygon', coordinates: moved(geometry.coordinates) };
  return { type: 'MultiPolygon', coordinates: geometry.coordinates.map(moved) };
}

/** Begins a statement over plots bound as $1 (ids) and $2 (GeoJSON) of an SRID: each has a number, an id and a shape. */
export const withPlots = (srid: 4490 | 0): string =>
  `with plot as materialized (select n, id, st_setsrid(st_geomfromgeojson(shape), ${srid}) as geom
     from unnest($1::text[], $2::text[]) with ordinality as sent(id, shape, n))`;

/** The cluster that PostGIS puts each plot in, where plots no farther apart than `withinMetres` are together. */
export async function clustersOf(db: Db, plots: readonly PlotInput[], withinMetres: number): Promise<number[]> {
  const rows = await db.query<{ cluster: number }>({
    text: `${withPlots(0)} select st_clusterdbscan(geom, eps := $3, minpoints := 1) over ()::int as cluster
           from plot order by n`,
    values: [...asValues(plots, 'metres'), withinMetres],
  });
  return rows.map(({ cluster }) => cluster);
}
