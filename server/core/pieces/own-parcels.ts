import type { Fabric, Part } from '../fabric/fabric';
import { commonGround } from '../fabric/ground';
import { type Box, boxesMeet } from '../fabric/shape';

/**
 * Whether a parcel that lies around is the plots themselves, drawn once more: more than `ownShare` of its ground is
 * theirs, counted once. The register's parcel of a plot, handed over with all the others, is nobody else's in a gap.
 */
export function isOwnParcel(parcel: readonly Part[], { parts, index }: Fabric, ownShare: number): boolean {
  const places = new Set(parcel.flatMap(({ box }) => index?.search(...box) ?? []));
  const near = [...places].map((place) => parts[place] as Part);
  return isOwnOf(parcel, near, ownShare);
}

/** The same of parts that are near the parcel. */
export function isOwnOf(parcel: readonly Part[], near: readonly Part[], ownShare: number): boolean {
  const needed = ownShare * parcel.reduce((sum, { planarSquareMetres }) => sum + planarSquareMetres, 0);
  return atMost(parcel, near) > needed && commonGround(parcel, near) > needed;
}

/** What the common ground cannot exceed, from boxes alone: spares measuring those that merely adjoin. */
function atMost(parcel: readonly Part[], near: readonly Part[]): number {
  let sum = 0;
  for (const { box } of parcel) for (const other of near) sum += commonBox(box, other.box);
  return sum;
}

function commonBox(a: Box, b: Box): number {
  if (!boxesMeet(a, b)) return 0;
  return (Math.min(a[2], b[2]) - Math.max(a[0], b[0])) * (Math.min(a[3], b[3]) - Math.max(a[1], b[1]));
}
