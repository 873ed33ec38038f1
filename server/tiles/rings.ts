import { meets } from './meets';
import type { TileLine } from './read-wkb';

/** What became of a feature's polygons when their corners were rounded to whole tile units. */
export type Rounded = { state: 'sound'; rings: TileLine[] } | { state: 'gone' } | { state: 'broken' };

/** Corners of a triangle, as flat numbers. */
const LEAST = 6;

/**
 * Cleans the rounded polygons of one feature and judges them together: sound (simple rings wound as tiles want, each
 * outer ring before its holes), gone (no ground left at this scale), or broken (rings that now touch or cross, to be
 * mended by the database). Rings that merely touch at a point are called broken too, which is strict but safe.
 */
export function judgeRounded(polygons: readonly TileLine[][]): Rounded {
  const cleaned = clean(polygons);
  if (cleaned.length === 0) return { state: 'gone' };
  if (meets(cleaned.flat())) return { state: 'broken' };
  return { state: 'sound', rings: cleaned.flatMap(windPolygon) };
}

/** Cleans and winds polygons that are known to be valid. */
export function windRings(polygons: readonly TileLine[][]): TileLine[] {
  return clean(polygons).flatMap(windPolygon);
}

/** Twice the signed area of an open ring; positive when it runs clockwise on the screen, where y grows downwards. */
export function doubleArea(ring: TileLine): number {
  let sum = 0;
  let ax = ring[ring.length - 2] as number;
  let ay = ring[ring.length - 1] as number;
  for (let i = 0; i < ring.length; i += 2) {
    const bx = ring[i] as number;
    const by = ring[i + 1] as number;
    sum += ax * by - bx * ay;
    ax = bx;
    ay = by;
  }
  return sum;
}

function clean(polygons: readonly TileLine[][]): TileLine[][] {
  const cleaned: TileLine[][] = [];
  for (const rings of polygons) {
    const [outer, ...holes] = rings.map(cleanRing);
    if (outer && outer.length >= LEAST) cleaned.push([outer, ...holes.filter((hole) => hole.length >= LEAST)]);
  }
  return cleaned;
}

function windPolygon(rings: readonly TileLine[]): TileLine[] {
  return rings.map((ring, index) => (doubleArea(ring) > 0 === (index === 0) ? ring : reversed(ring)));
}

function reversed(ring: TileLine): TileLine {
  const back: TileLine = [];
  for (let i = ring.length - 2; i >= 0; i -= 2) back.push(ring[i] as number, ring[i + 1] as number);
  return back;
}

/** Open ring without repeated points, points on a straight line, or spikes: none of these changes its ground. */
function cleanRing(ring: TileLine): TileLine {
  const kept: TileLine = [];
  for (let i = 0; i < ring.length; i += 2) {
    dropStraight(kept, ring[i] as number, ring[i + 1] as number);
    kept.push(ring[i] as number, ring[i + 1] as number);
  }
  // Where the ring closes, points may still lie straight between their neighbours on the other side.
  let from = 0;
  for (let changed = true; changed && kept.length - from >= LEAST; ) {
    const before = kept.length;
    dropStraight(kept, kept[from] as number, kept[from + 1] as number, from);
    changed = kept.length !== before;
    const last = kept.length - 2;
    if (kept.length - from >= LEAST && isStraight(kept, last, from, from + 2)) {
      from += 2;
      changed = true;
    }
  }
  if (kept.length - from < LEAST) return [];
  return from === 0 ? kept : kept.slice(from);
}

/** Takes points off the end of a line while they lie straight between the point before and the one to come. */
function dropStraight(line: TileLine, x: number, y: number, from = 0): void {
  for (;;) {
    const end = line.length;
    if (end - from < 2) return;
    const bx = line[end - 2] as number;
    const by = line[end - 1] as number;
    const repeated = bx === x && by === y;
    if (!repeated) {
      if (end - from < 4) return;
      const ax = line[end - 4] as number;
      const ay = line[end - 3] as number;
      if ((bx - ax) * (y - ay) !== (by - ay) * (x - ax)) return;
    }
    line.length = end - 2;
  }
}

function isStraight(line: TileLine, a: number, b: number, c: number): boolean {
  const [ax, ay] = [line[a] as number, line[a + 1] as number];
  const [bx, by] = [line[b] as number, line[b + 1] as number];
  return (bx - ax) * ((line[c + 1] as number) - ay) === (by - ay) * ((line[c] as number) - ax);
}
