import { type Box, boxesMeet, type Shape } from '../../fabric/shape';
import type { Ground, Land } from '../land';
import { edgesWithin, groundWithin } from '../plane/clip';
import { shapeOfCorners } from '../plane/convex';
import type { Near } from './near';
import type { MeetingSettings } from './patch';
import { type FacingSettings, facingStrips, type Sided, type Strip } from './strips';

/** One shape of what keeps a gap from being bridged. */
export interface Block {
  readonly shape: Shape;
  readonly box: Box;
  readonly isLine: boolean;
  /** Whose it is: a barrier, or the plot with this place among those asked about and, after them, the others. */
  readonly owner: Land | number;
}

/** What may lie in a gap: land to take in, and what keeps it from being bridged. */
export interface GapLand {
  readonly takenIn: Near<Ground>;
  readonly blocks: Near<Block>;
}

export type GapSettings = FacingSettings & MeetingSettings;

/** A strip that is bridged, as ground. */
export interface OpenStrip extends Strip {
  readonly ground: Ground;
}

/**
 * The strips between two shapes that hold land to take in and nothing that keeps them apart: `lands` is what land lies
 * near the first. `self` is the place, among those asked about, of a plot whose own gap it is.
 */
export function openStrips(
  a: Sided,
  b: Sided,
  lands: readonly Ground[],
  blocks: Near<Block>,
  self: number | null,
  settings: GapSettings,
): OpenStrip[] {
  const open: OpenStrip[] = [];
  const between = lands.filter(({ box }) => boxesMeet(box, b.shape.box, settings.maxGapMetres));
  if (between.length === 0) return open;
  for (const strip of facingStrips(a, b, between, settings)) {
    if (!holdsLand(strip, between, settings) || isBlocked(strip, blocks, self, settings)) continue;
    open.push({ ...strip, ground: { ...shapeOfCorners(strip.convex), convex: strip.convex } });
  }
  return open;
}

function holdsLand({ convex, box }: Strip, lands: readonly Ground[], { overlapSquareMetres }: GapSettings): boolean {
  let squareMetres = 0;
  for (const land of lands) {
    if (!boxesMeet(land.box, box)) continue;
    squareMetres += groundWithin(land, convex);
    if (squareMetres > overlapSquareMetres) return true;
  }
  return false;
}

/** Whether a barrier or a plot lies in a strip, and not merely along its side. */
function isBlocked({ convex, box }: Strip, blocks: Near<Block>, self: number | null, settings: GapSettings): boolean {
  const held = new Map<Block['owner'], number>();
  for (const { shape, isLine, owner } of blocks.within(box, 0)) {
    if (owner === self) continue;
    const sum = (held.get(owner) ?? 0) + (isLine ? edgesWithin(shape, convex) : groundWithin(shape, convex));
    if (sum > (isLine ? settings.snapMetres : settings.overlapSquareMetres)) return true;
    held.set(owner, sum);
  }
  return false;
}
