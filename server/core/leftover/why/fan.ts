import type { Position } from '../../../../data/contract/geojson';
import type { WhyAnswer } from '../../../../data/contract/why';
import type { CityCrs } from '../../fabric/city-crs';
import type { Evidence } from '../evidence';
import { type Arc, type Disc, pointOnCircle } from '../plane/disc';
import { ringInDegrees } from './plane-ground';

const FULL_TURN = 2 * Math.PI;
const STEP = FULL_TURN / 180;
/** Arcs this near to a full turn are one. */
const ROUNDING = 1e-9;

/** Draws the directions in which the park is met from where a plot is looked out, as sectors cut at the radius. */
export function tellFan({ met, disc }: Evidence, crs: CityCrs): WhyAnswer['fan'] {
  const arcs = overTheSeam(met);
  const sectors = arcs.map((arc) => [ringInDegrees(sectorOf(disc, arc), crs)]);
  return {
    from: { type: 'Point', coordinates: crs.toDegrees(disc.spot) },
    radiusMetres: disc.radiusMetres,
    met: arcs.map(([from, to]) => [inDegrees(from), inDegrees(to)]),
    sectors: sectors.length > 0 ? { type: 'MultiPolygon', coordinates: sectors } : null,
  };
}

/** Draws a circle. */
export function tellCircle(disc: Disc, crs: CityCrs): WhyAnswer['inscribed'] {
  const ring = ringInDegrees(arcPoints(disc, [0, FULL_TURN]), crs);
  return {
    centre: { type: 'Point', coordinates: crs.toDegrees(disc.spot) },
    radiusMetres: disc.radiusMetres,
    circle: { type: 'Polygon', coordinates: [[...ring.slice(0, -1), ...ring.slice(0, 1)]] },
  };
}

/** An arc that ends in the west and one that begins there are one. */
function overTheSeam(arcs: readonly Arc[]): readonly Arc[] {
  const first = arcs[0];
  const last = arcs.at(-1);
  if (!first || !last || first === last) return arcs;
  if (first[0] > ROUNDING - Math.PI || last[1] < Math.PI - ROUNDING) return arcs;
  return [...arcs.slice(1, -1), [last[0], first[1] + FULL_TURN]];
}

function sectorOf(disc: Disc, arc: Arc): Position[] {
  const points = arcPoints(disc, arc);
  const isRound = arc[1] - arc[0] > FULL_TURN - ROUNDING;
  return isRound ? [...points.slice(0, -1), ...points.slice(0, 1)] : [[...disc.spot], ...points, [...disc.spot]];
}

function arcPoints(disc: Disc, [from, to]: Arc): Position[] {
  const steps = Math.max(1, Math.ceil((to - from) / STEP - ROUNDING));
  return Array.from({ length: steps + 1 }, (_, i) => pointOnCircle(disc, from + ((to - from) * i) / steps));
}

function inDegrees(radians: number): number {
  return (radians * 180) / Math.PI;
}
