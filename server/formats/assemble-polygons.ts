import Flatbush from 'flatbush';

/** A ring in the file's own coordinates. */
export type RawRing = [number, number][];

/** From so many rings on, those that may lie around another are looked up in an index instead of tried one by one. */
const manyRings = 64;

/**
 * Sorts the rings of one shape into polygons with holes, by what lies within what: writers get the direction of rings
 * wrong, and number parts and holes alike. A ring at even depth is an outer one, at odd depth a hole of the ring
 * around it. Answers MultiPolygon coordinates; rings are passed on as they came.
 */
export function assemblePolygons(rings: readonly RawRing[]): RawRing[][] {
  if (rings.length === 1) return [[rings[0] as RawRing]];
  const boxes = rings.map(boxOf);
  const hosts = hostsByBox(boxes);
  const around = rings.map((ring, n) => hosts(n).filter((k) => inside(ring, rings[k] as RawRing)));
  const depth = (n: number): number => around[n]?.length ?? 0;
  const polygons = new Map<number, RawRing[]>();
  for (const [n, ring] of rings.entries()) if (depth(n) % 2 === 0) polygons.set(n, [ring]);
  for (const [n, ring] of rings.entries()) {
    if (depth(n) % 2 === 0) continue;
    // The ring directly around a hole is the one that itself lies deepest.
    const host = around[n]?.find((k) => depth(k) === depth(n) - 1);
    const polygon = host === undefined ? undefined : polygons.get(host);
    if (polygon) polygon.push(ring);
    else polygons.set(n, [ring]);
  }
  return [...polygons.values()];
}

type Box = [number, number, number, number];

function boxOf(ring: RawRing): Box {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of ring) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return box;
}

/** Opens the way from a ring to those whose box holds its own. */
function hostsByBox(boxes: readonly Box[]): (n: number) => number[] {
  const holds = (n: number) => (k: number) => k !== n && within(boxes[n] as Box, boxes[k] as Box);
  const finite = boxes.every((box) => box.every(Number.isFinite));
  if (boxes.length < manyRings || !finite) return (n) => [...boxes.keys()].filter(holds(n));
  const index = new Flatbush(boxes.length);
  for (const box of boxes) index.add(...box);
  index.finish();
  return (n) => index.search(...(boxes[n] as Box)).filter(holds(n));
}

function within(inner: Box, outer: Box): boolean {
  return inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3];
}

/** Whether a ring lies inside another, told by its first vertex that is not on the other's line. */
function inside(ring: RawRing, other: RawRing): boolean {
  for (const point of ring) {
    const side = sideOf(point, other);
    if (side !== 'on') return side === 'in';
  }
  return false;
}

/** Whether a position lies inside a ring or on its line. */
export function isInside(position: [number, number], ring: RawRing): boolean {
  return sideOf(position, ring) !== 'out';
}

function sideOf([x, y]: [number, number], ring: RawRing): 'in' | 'out' | 'on' {
  let isInside = false;
  for (let n = 0; n < ring.length; n++) {
    const [ax, ay] = ring[n] as [number, number];
    const [bx, by] = ring[(n + 1) % ring.length] as [number, number];
    const turn = (bx - ax) * (y - ay) - (by - ay) * (x - ax);
    const between = Math.min(ax, bx) <= x && x <= Math.max(ax, bx) && Math.min(ay, by) <= y && y <= Math.max(ay, by);
    if (turn === 0 && between) return 'on';
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) isInside = !isInside;
  }
  return isInside ? 'in' : 'out';
}
