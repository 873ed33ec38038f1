import type { Areal, LineString } from '../../../data/contract/geojson';
import type { Ruleset } from '../../../data/contract/ruleset';
import { openCityCrs } from '../../../server/core/fabric/city-crs';
import { classifyLeftover, type LeftoverInput } from '../../../server/core/leftover';
import type { Surrounding } from '../../../server/core/pieces/surroundings';
import { readRulesets } from '../../../server/rules';

/** The ruleset in force, as the server reads it. */
export const ruleset: Ruleset = readRulesets().current;

const crs = openCityCrs(ruleset.rules.measure.cityCrs.value.proj4);
const origin: [number, number] = crs.toMetres([118.6, 24.9]);

export type Pair = readonly [x: number, y: number];

/** Degrees of a spot given in metres east and north of a place in the city. */
export const at = ([x, y]: Pair): [number, number] => crs.toDegrees([origin[0] + x, origin[1] + y]);

/** A polygon drawn in metres; the first ring is the outline. */
export function polygon(...rings: Pair[][]): Areal {
  return { type: 'Polygon', coordinates: rings.map((ring) => [...ring, ring[0] as Pair].map(at)) };
}

/** An upright rectangle from its south-west corner, in metres. */
export function box(x: number, y: number, width: number, height: number): Areal {
  return polygon(corners(x, y, width, height));
}

export function corners(x: number, y: number, width: number, height: number): Pair[] {
  return [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ];
}

export function line(...pairs: Pair[]): LineString {
  return { type: 'LineString', coordinates: pairs.map(at) };
}

/** A road along some spots, with its width. */
export function road(widthMetres: number, ...pairs: Pair[]): Surrounding {
  return { id: 'road', kind: 'road', widthMetres, geometry: line(...pairs) };
}

/** The finding on one plot beside a park. */
export function findOne(park: Areal[], plot: Areal, edges?: Surrounding[]) {
  const input: LeftoverInput = {
    park: park.map((geometry, i) => ({ id: `k${i}`, geometry })),
    plots: [{ id: 'p', geometry: plot }],
    ...(edges && { edges }),
  };
  const [finding] = classifyLeftover(input, ruleset).findings;
  if (!finding) throw new Error('one finding per plot');
  return finding;
}
