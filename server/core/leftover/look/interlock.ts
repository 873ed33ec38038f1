import { coveredGround } from '../../fabric/ground';
import { boxesMeet, type Shape } from '../../fabric/shape';
import type { EstatePart } from '../estate';
import type { Patch } from '../estate/patch';
import { hullOfCorners } from '../hull';
import { groundWithin, partsWithin } from '../plane/clip';
import { areaOfCorners, boxOfCorners, type Convex } from '../plane/convex';

/** The convex hull of a plot. */
export function hullOfPlot(plot: readonly Shape[]): Convex {
  const corners: number[] = [];
  for (const { edges } of plot)
    for (let i = 0; i < edges.length; i += 4) corners.push(edges[i] as number, edges[i + 1] as number);
  return hullOfCorners(corners);
}

/**
 * Planar m² of the park on the convex hull of a plot, ground counted once: its own parts, and what it takes in as far
 * as that does not lie over the plot.
 */
export function parkInHull(
  hull: Convex,
  plot: readonly Shape[],
  park: { readonly parts: readonly EstatePart[]; readonly patches: readonly Patch[]; readonly mayOverlap: boolean },
): number {
  const box = boxOfCorners(hull);
  const areas = park.parts.map(({ shape }) => (boxesMeet(shape.box, box) ? groundWithin(shape, hull) : 0));
  const patches = hasRoomBeside(hull, plot) ? park.patches.filter((patch) => meetsHull(patch, box, hull)) : [];
  const parts = park.parts.filter((_, place) => (areas[place] as number) > 0);
  if (patches.length === 0 && (parts.length < 2 || !park.mayOverlap)) return areas.reduce((sum, area) => sum + area, 0);
  return groundOfPark(hull, plot, parts, patches);
}

/** Areas in m² below this are rounding of coordinates. */
const ROUNDING_SQUARE_METRES = 1e-7;

/** Whether there is ground on the hull that is not the plot's own. */
function hasRoomBeside(hull: Convex, plot: readonly Shape[]): boolean {
  const own = plot.reduce((sum, part) => sum + groundWithin(part, hull), 0);
  return areaOfCorners(hull) - own > ROUNDING_SQUARE_METRES;
}

function meetsHull({ box, convex, outline }: Patch, hullBox: Shape['box'], hull: Convex): boolean {
  return boxesMeet(box, hullBox) && (!convex || groundWithin(outline, hull) > ROUNDING_SQUARE_METRES);
}

function groundOfPark(
  hull: Convex,
  plot: readonly Shape[],
  parts: readonly EstatePart[],
  patches: readonly Patch[],
): number {
  const loose = patches.filter(({ convex }) => !convex);
  const areas = coveredGround([
    parts.map(({ shape }) => partsWithin(shape, hull)),
    patches.flatMap(({ convex, outline }) => (convex ? [partsWithin(outline, hull)] : [])),
    loose.map(({ land }) => partsWithin(land, hull)),
    loose.map(({ zone }) => partsWithin(zone, hull)),
    [...plot],
  ]);
  let sum = 0;
  for (const [mask, area] of areas.entries()) {
    const isTaken = (mask & TAKEN) !== 0 || (mask & LOOSE) === LOOSE;
    if ((mask & OWN) !== 0 || (isTaken && (mask & PLOT) === 0)) sum += area;
  }
  return sum;
}

/** Bits of who covers a piece of ground, in the order of the groups above. */
const [OWN, TAKEN, LOOSE, PLOT] = [0b1, 0b10, 0b1100, 0b10000];
