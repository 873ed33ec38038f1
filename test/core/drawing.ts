import type { ContiguityAnswer } from '../../data/contract/analysis';
import type { Areal, LineString } from '../../data/contract/geojson';
import { contiguity } from '../../server/core/contiguity';
import { openCityCrs } from '../../server/core/fabric/city-crs';
import type { PlotInput } from '../../server/core/fabric/fabric';
import type { Surrounding } from '../../server/core/pieces/surroundings';
import { readRulesets } from '../../server/rules';

/** The ruleset that tests read their limits against. */
export const ruleset = readRulesets().current;

const crs = openCityCrs(ruleset.rules.measure.cityCrs.value.proj4);
const [originX, originY] = crs.toMetres([118.6, 24.9]);

type Point = readonly [number, number];

/** Degrees of a point given in metres east and north of a fixed place, in the city CRS. */
export const at = ([x, y]: Point): [number, number] => crs.toDegrees([originX + x, originY + y]);

/** A closed ring of metres as degrees. */
export const ring = (points: readonly Point[]): [number, number][] => [...points, points[0] as Point].map(at);

/** A polygon of rings in metres, outer first. */
export const polygon = (...rings: (readonly Point[])[]): Areal => ({ type: 'Polygon', coordinates: rings.map(ring) });

/** Corners of a box: west, south, width, height. */
export const box = (x: number, y: number, w: number, h: number): Point[] => [
  [x, y],
  [x + w, y],
  [x + w, y + h],
  [x, y + h],
];

/** A plot that is a box. */
export const plot = (id: string, x: number, y: number, w: number, h: number): PlotInput => ({
  id,
  geometry: polygon(box(x, y, w, h)),
});

/** A line in metres. */
export const line = (...points: Point[]): LineString => ({ type: 'LineString', coordinates: points.map(at) });

/** Something between plots, by kind. */
export const object = (kind: Surrounding['kind'], geometry: Surrounding['geometry'], id?: string): Surrounding => ({
  kind,
  geometry,
  id,
});

/** The contiguity answer under the ruleset of the tests. */
export const read = (
  plots: PlotInput[],
  rest: Omit<Parameters<typeof contiguity>[0], 'plots'> = {},
  overrides: Parameters<typeof contiguity>[2] = {},
): ContiguityAnswer => contiguity({ plots, ...rest }, ruleset, overrides);
