import { isInside } from '../fabric/distance';
import { commonGround, coveredGround } from '../fabric/ground';
import { boxesMeet, type Shape, shapeOfRings } from '../fabric/shape';
import { edgesOf } from './along-edge';
import { withinReach } from './enclosure';
import type { Estate, Patch, Zone } from './estate';
import { hullOf, type Spot } from './hull';

const ARC_STEPS = 90;

/** Planar m² of the park, with what it takes in, on the convex hull of a plot. */
export function parkInHullOf(plot: readonly Shape[], estate: Estate, zones: readonly Zone[]): number {
  const hull = shapeOfRings([hullOf(plot.flatMap(cornersOf))]);
  const near = (shape: Shape) => boxesMeet(shape.box, hull.box);
  const parts = estate.parts.map(({ shape }) => shape).filter(near);
  const taken = estate.takenIn.filter(near);
  const within = [...estate.zones, ...zones].map(({ shape }) => shape).filter(near);
  if (taken.length === 0 || within.length === 0) return parts.length === 0 ? 0 : commonGround([hull], parts);
  const areas = coveredGround([[hull], parts, taken, within, plot]);
  let sum = 0;
  for (const [mask, area] of areas.entries()) {
    const has = (group: number) => ((mask >> group) & 1) === 1;
    if (has(0) && (has(1) || (has(2) && has(3) && !has(4)))) sum += area;
  }
  return sum;
}

/**
 * Planar m² of a plot on the convex hull of the park near it: of the pieces in contact, as far as they lie within
 * `radiusMetres` of the spot the plot is looked out from.
 */
export function plotInHullOfPark(
  plot: readonly Shape[],
  estate: Estate,
  patches: readonly Patch[],
  pieces: ReadonlySet<number>,
  spot: Spot,
  radiusMetres: number,
): number {
  const around = discBox(spot, radiusMetres);
  const parts = estate.parts
    .filter(({ shape, piece }) => pieces.has(piece) && boxesMeet(shape.box, around))
    .map(({ shape }) => shape);
  const edges = [
    ...parts.flatMap(edgesOf),
    ...patches.flatMap((patch) => (pieces.has(patch.piece) && boxesMeet(patch.box, around) ? patch.edges : [])),
  ];
  const corners = edges.flatMap((edge): Spot[] => {
    const near = withinReach(edge, spot, radiusMetres);
    return near
      ? [
          [near[0], near[1]],
          [near[2], near[3]],
        ]
      : [];
  });
  const hull = hullOf([...corners, ...arcOn(parts, spot, radiusMetres)]);
  return hull.length < 3 ? 0 : commonGround(plot, [shapeOfRings([hull])]);
}

/** Points of the circle that stand on park ground: there the park goes on beyond the radius. */
function arcOn(parts: readonly Shape[], [x, y]: Spot, radiusMetres: number): Spot[] {
  return Array.from({ length: ARC_STEPS }, (_, step): Spot => {
    const angle = (step * 2 * Math.PI) / ARC_STEPS;
    return [x + radiusMetres * Math.cos(angle), y + radiusMetres * Math.sin(angle)];
  }).filter((point) => parts.some((part) => isInside(...point, part)));
}

/** The box round a circle. */
export function discBox([x, y]: Spot, radiusMetres: number): [number, number, number, number] {
  return [x - radiusMetres, y - radiusMetres, x + radiusMetres, y + radiusMetres];
}

function cornersOf(shape: Shape): Spot[] {
  return edgesOf(shape).map(([x, y]): Spot => [x, y]);
}
