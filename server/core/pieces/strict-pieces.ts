import { contactMetres } from '../fabric/contact';
import { eachPairWithin, type Fabric, type Part } from '../fabric/fabric';
import { Groups } from '../fabric/groups';
import { measureOverlap } from '../fabric/overlap';
import { ROUNDING_METRES } from '../fabric/rounding';
import type { PartOverlap } from '../fabric/union-area';
import type { ContiguitySettings } from './settings';

/** Parts in one piece under the strict reading, and the ground that parts have in common. */
export interface StrictPieces {
  /** Places of the parts of each piece, in order of the first. */
  readonly pieces: readonly (readonly number[])[];
  readonly overlaps: readonly PartOverlap[];
}

/** Joins parts that share enough boundary or overlap; touching at a corner joins nothing. */
export function strictPieces({ parts, index }: Fabric, settings: ContiguitySettings): StrictPieces {
  const groups = new Groups(parts.length);
  const overlaps: PartOverlap[] = [];
  eachPairWithin(parts, index, settings.snapMetres + ROUNDING_METRES, (i, j) => {
    const a = parts[i] as Part;
    const b = parts[j] as Part;
    const common = measureOverlap(a, b, settings);
    if (common.squareMetres > 0) overlaps.push({ a: i, b: j, ...common });
    if (common.isOverlap || (!groups.same(i, j) && sharesBoundary(a, b, settings))) groups.join(i, j);
  });
  return { pieces: groups.members(), overlaps };
}

/** Whether two parts are one piece by themselves: they share enough boundary, or they overlap. */
export function joinsStrictly(a: Part, b: Part, settings: ContiguitySettings): boolean {
  return sharesBoundary(a, b, settings) || measureOverlap(a, b, settings).isOverlap;
}

function sharesBoundary(a: Part, b: Part, settings: ContiguitySettings): boolean {
  const shorter = Math.min(a.perimeterMetres, b.perimeterMetres);
  const needed = Math.min(settings.minSharedMetres, shorter * settings.sharedPerimeterShare);
  const enough = needed - ROUNDING_METRES;
  const contact = contactMetres(a, b, settings, enough);
  return contact > 0 && contact >= enough;
}
