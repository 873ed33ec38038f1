import { isInside } from '../../fabric/distance';
import { measureOverlap } from '../../fabric/overlap';
import { type Box, boxesMeet, boxOf, perimeterMetres, type Shape } from '../../fabric/shape';
import { largestCircle } from '../heart/largest-circle';
import type { Ground } from '../land';
import { edgeLength, edgeOf, pointAlong, stretchesInside } from '../plane/along-edge';
import { clipped } from '../plane/clip';
import { areaOfCorners, type Convex, shapeOfCorners, standsWithin } from '../plane/convex';

/** Land of a road, ditch or green belt that a zone takes into a park. */
export interface Patch {
  /** Its edges: a closed ring where both land and zone are convex, else each for itself. */
  readonly outline: Shape;
  readonly box: Box;
  readonly convex: Convex | null;
  readonly land: Shape;
  readonly zone: Shape;
}

/** A patch with the piece of the park that it belongs to. */
export interface OwnedPatch extends Patch {
  readonly piece: number;
}

/** What counts as a meeting rather than a touch of two outlines. */
export interface MeetingSettings {
  readonly snapMetres: number;
  readonly overlapSquareMetres: number;
}

/**
 * What of some land lies in a zone, a red line or a strip of a bridged gap, or null: land that a line drawn flush with
 * it grazes by less than snap lies beside the zone, not in it.
 */
export function patchOf(land: Ground, zone: Ground, settings: MeetingSettings): Patch | null {
  if (!boxesMeet(land.box, zone.box)) return null;
  if (land.convex && zone.convex) return convexPatch(land, zone, clipped(land.convex, zone.convex), settings);
  const { overlapSquareMetres, snapMetres } = settings;
  if (!measureOverlap(land, zone, { overlapSquareMetres, overlapThicknessMetres: snapMetres }).isOverlap) return null;
  const outline = looseShape([...piecesWithin(land, zone), ...piecesWithin(zone, land)]);
  return { outline, box: outline.box, convex: null, land, zone };
}

/** Whether a point stands on a patch. */
export function standsOnPatch(x: number, y: number, { convex, land, zone }: Patch): boolean {
  return convex ? standsWithin(x, y, convex) : isInside(x, y, land) && isInside(x, y, zone);
}

function convexPatch(
  land: Shape,
  zone: Shape,
  ring: ArrayLike<number>,
  { overlapSquareMetres, snapMetres }: MeetingSettings,
): Patch | null {
  const squareMetres = areaOfCorners(ring);
  if (!(squareMetres > overlapSquareMetres)) return null;
  const outline = shapeOfCorners(ring);
  // The largest circle in convex ground is no smaller than its area by its perimeter.
  const isThick =
    squareMetres / perimeterMetres(outline) > snapMetres / 2 || largestCircle(outline).radiusMetres > snapMetres / 2;
  return isThick ? { outline, box: outline.box, convex: Float64Array.from(ring), land, zone } : null;
}

/** The stretches of a shape's edges on the ground of another, end to end where one goes on in the next. */
function piecesWithin(shape: Shape, other: Shape): number[][] {
  return Array.from({ length: shape.next.length }, (_, index) => edgeOf(shape, index)).flatMap((edge) =>
    edgeLength(edge) === 0
      ? []
      : stretchesInside(edge, other).map(([low, high]) => [...pointAlong(edge, low), ...pointAlong(edge, high)]),
  );
}

function looseShape(edges: readonly number[][]): Shape {
  const box = boxOf(
    edges.map(([x0 = 0, y0 = 0, x1 = 0, y1 = 0]) => ({
      box: [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)] as const,
    })),
  );
  return { edges: Float64Array.from(edges.flat()), next: new Int32Array(edges.length).fill(-1), box };
}
