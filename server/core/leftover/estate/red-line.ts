import { metresApart } from '../../fabric/distance';
import { commonGround } from '../../fabric/ground';
import type { Groups } from '../../fabric/groups';
import { boxesMeet, type Shape } from '../../fabric/shape';
import { type Ground, groundOf } from '../land';
import { groundWithin } from '../plane/clip';
import type { Near } from './near';
import { type MeetingSettings, type Patch, patchOf } from './patch';

/** The land that a park takes in inside the parts of its red line that it stands in. */
export function redLinePatches(
  parts: readonly Shape[],
  takenIn: Near<Ground>,
  redLine: readonly Ground[],
  settings: MeetingSettings,
): Patch[] {
  return redLine
    .filter((line) => parts.some((part) => stands(part, line, settings)))
    .flatMap((line) => takenIn.within(line.box, 0).flatMap((land) => patchOf(land, line, settings) ?? []));
}

/**
 * Makes one of the pieces of a park that touch the same patch, or patches that touch each other: the groups hold the
 * places of the parts and after them those of the patches.
 */
export function tieByPatches(
  groups: Groups,
  parts: readonly Shape[],
  patches: readonly Patch[],
  { snapMetres }: MeetingSettings,
): void {
  for (const [place, patch] of patches.entries()) {
    for (const [other, part] of parts.entries()) {
      if (touches(patch, part, snapMetres)) groups.join(other, parts.length + place);
    }
    for (const [other, { convex, outline, land }] of patches.slice(0, place).entries()) {
      if (touches(patch, convex ? outline : land, snapMetres)) groups.join(parts.length + other, parts.length + place);
    }
  }
}

function touches({ convex, outline, land, box }: Patch, shape: Shape, metres: number): boolean {
  return boxesMeet(box, shape.box, metres) && metresApart(convex ? outline : land, shape, metres) < Infinity;
}

/** Whether a part of the park stands in a part of its red line, and does not merely touch it. */
function stands(part: Shape, line: Ground, { overlapSquareMetres }: MeetingSettings): boolean {
  if (!boxesMeet(part.box, line.box)) return false;
  const { convex } = groundOf(part);
  const squareMetres = line.convex
    ? groundWithin(part, line.convex)
    : convex
      ? groundWithin(line, convex)
      : commonGround([part], [line]);
  return squareMetres > overlapSquareMetres;
}
