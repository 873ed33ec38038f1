import { commonGround } from '../../fabric/ground';
import { boxesMeet, type Shape } from '../../fabric/shape';
import type { MeetingSettings, OwnedPatch, Patch } from '../estate/patch';
import { type Edge, edgeLength, edgeOf, pointAlong, stretchesInside } from '../plane/along-edge';
import { groundWithin } from '../plane/clip';
import { common, type Interval, without } from '../plane/intervals';

/** What the park takes in as it stands beside a plot: where the land lies over the plot it ends at the plot's boundary. */
export function trimmed(patch: OwnedPatch, plot: readonly Shape[], settings: MeetingSettings): OwnedPatch {
  const over = plot.filter((part) => liesOver(patch, part, settings));
  if (over.length === 0) return patch;
  const kept: Edge[] = [
    ...edgesWhere(patch.outline, (edge, whole) =>
      over.reduce<Interval[]>((left, part) => without(left, stretchesInside(edge, part)), [whole]),
    ),
    ...over.flatMap((part) =>
      edgesWhere(part, (edge) => common(stretchesInside(edge, patch.zone), stretchesInside(edge, patch.land))),
    ),
  ];
  const outline = { edges: Float64Array.from(kept.flat()), next: new Int32Array(kept.length).fill(-1), box: patch.box };
  return { ...patch, outline, convex: null };
}

function liesOver({ box, convex, land, zone }: Patch, part: Shape, { overlapSquareMetres }: MeetingSettings): boolean {
  if (!boxesMeet(box, part.box)) return false;
  if (convex) return groundWithin(part, convex) > overlapSquareMetres;
  return commonGround([land], [part]) > overlapSquareMetres && commonGround([zone], [part]) > overlapSquareMetres;
}

function edgesWhere(shape: Shape, where: (edge: Edge, whole: Interval) => readonly Interval[]): Edge[] {
  return Array.from({ length: shape.next.length }, (_, index) => edgeOf(shape, index)).flatMap((edge) =>
    where(edge, [0, edgeLength(edge)]).map(
      ([low, high]): Edge => [...pointAlong(edge, low), ...pointAlong(edge, high)],
    ),
  );
}
