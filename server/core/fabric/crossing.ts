import type { Position } from '../../../data/contract/geojson';
import { distanceToEdges, isInside } from './distance';
import { eachPairWithin, indexOf } from './fabric';
import { commonGround, unionGround } from './ground';
import { crossingShare } from './segments';
import { type Path, perimeterMetres, planarArea, type Shape, shapeOfRings } from './shape';

type Found = { code: 'self-crossing' | 'hole-outside' | 'no-area'; at?: [number, number] };

/** Nearer than this, in metres, a vertex touches an edge rather than crossing it. */
const touchMetres = 1e-4;
const metresPerDegree = 111_320;

/**
 * The first place where the rings of a polygon cross themselves or each other, run back or round twice, hold ground in
 * common, enclose nothing or leave the outline. A ring may touch itself or another at a corner: its ground is clear.
 */
export function firstCrossing(lonLat: readonly (readonly Position[])[]): Found | null {
  const origin = lonLat[0]?.[0] as Position;
  const squeeze = Math.cos(((origin[1] as number) * Math.PI) / 180);
  const toMetres = ([x, y]: Position): [number, number] => [
    ((x as number) - (origin[0] as number)) * metresPerDegree * squeeze,
    ((y as number) - (origin[1] as number)) * metresPerDegree,
  ];
  const toDegrees = ([x, y]: readonly [number, number]): [number, number] => [
    (origin[0] as number) + x / (metresPerDegree * squeeze),
    (origin[1] as number) + y / metresPerDegree,
  ];
  const rings = lonLat.map((ring): Path => ring.map(toMetres));
  const at = crossingOf(shapeOfRings(rings)) ?? crossingAtCorner(rings) ?? twiceCutOut(rings.slice(1));
  if (at) return { code: 'self-crossing', at: toDegrees(at) };
  if (planarArea(rings) < touchMetres || rings.some((ring) => planarArea([ring]) < touchMetres))
    return { code: 'no-area', at: toDegrees([0, 0]) };
  const outer = shapeOfRings(rings.slice(0, 1));
  const stray = rings.slice(1).find((ring) => leaves(ring, outer));
  return stray ? { code: 'hole-outside', at: toDegrees(stray[0] as [number, number]) } : null;
}

type Point = [number, number];

/** The first point in which two edges properly cross, or from which an edge runs back over the one before it. */
function crossingOf({ edges, next }: Shape): Point | null {
  const boxes = Array.from(next, (_, i) => ({ edges, next, box: boxOfEdge(edges, i * 4) }));
  const index = boxes.length > 40 ? indexOf(boxes) : null;
  for (let i = 0; i < boxes.length; i++) {
    const after = next[i] as number;
    if (runsBack(edges, i * 4, after * 4)) return [edges[i * 4 + 2] as number, edges[i * 4 + 3] as number];
    const [west, south, east, north] = boxOfEdge(edges, i * 4);
    const others = index ? index.search(west, south, east, north) : boxes.keys();
    for (const j of others) {
      if (j <= i) continue;
      const at = properCrossing(edges, i * 4, j * 4);
      if (at) return at;
    }
  }
  return null;
}

function boxOfEdge(edges: Float64Array, i: number): [number, number, number, number] {
  const [ax, ay, bx, by] = [edges[i] as number, edges[i + 1] as number, edges[i + 2] as number, edges[i + 3] as number];
  return [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)];
}

function properCrossing(edges: Float64Array, i: number, j: number): Point | null {
  const [ax, ay, bx, by] = [edges[i] as number, edges[i + 1] as number, edges[i + 2] as number, edges[i + 3] as number];
  const [cx, cy, dx, dy] = [edges[j] as number, edges[j + 1] as number, edges[j + 2] as number, edges[j + 3] as number];
  if (!(partedBy(ax, ay, bx, by, cx, cy, dx, dy) && partedBy(cx, cy, dx, dy, ax, ay, bx, by))) return null;
  const share = crossingShare(ax, ay, bx, by, cx, cy, dx, dy) ?? 0;
  return [ax + (bx - ax) * share, ay + (by - ay) * share];
}

/** Whether c and d lie clearly on different sides of the line through a and b. */
function partedBy(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
): boolean {
  const length = Math.hypot(bx - ax, by - ay);
  const c = ((bx - ax) * (cy - ay) - (by - ay) * (cx - ax)) / length;
  const d = ((bx - ax) * (dy - ay) - (by - ay) * (dx - ax)) / length;
  return (c > touchMetres && d < -touchMetres) || (c < -touchMetres && d > touchMetres);
}

function runsBack(edges: Float64Array, i: number, j: number): boolean {
  const ux = (edges[i + 2] as number) - (edges[i] as number);
  const uy = (edges[i + 3] as number) - (edges[i + 1] as number);
  const vx = (edges[j + 2] as number) - (edges[j] as number);
  const vy = (edges[j + 3] as number) - (edges[j + 1] as number);
  const shorter = Math.min(Math.hypot(ux, uy), Math.hypot(vx, vy));
  if (ux * vx + uy * vy >= 0 || shorter < touchMetres) return false;
  return Math.abs(ux * vy - uy * vx) / Math.max(Math.hypot(ux, uy), Math.hypot(vx, vy)) < touchMetres;
}

/** A ring that passes twice through one corner touches itself there, or crosses or goes round again: then areas cancel out. */
function crossingAtCorner(rings: readonly Path[]): Point | null {
  for (const ring of rings) {
    const corners = ring
      .slice(0, -1)
      .filter(([x, y], i) => i === 0 || x !== ring[i - 1]?.[0] || y !== ring[i - 1]?.[1]);
    const seen = new Set<string>();
    const twice = corners.find(([x, y]) => {
      const key = `${x} ${y}`;
      if (seen.has(key)) return true;
      seen.add(key);
      return false;
    });
    if (!twice) continue;
    const covered = unionGround([shapeOfRings([ring])]);
    if (Math.abs(covered - planarArea([ring])) > covered * 1e-6) return [twice[0], twice[1]];
  }
  return null;
}

/** Where a hole lies within another, or is given twice. */
function twiceCutOut(holes: readonly Path[]): Point | null {
  const shapes = holes.map((hole) => shapeOfRings([hole]));
  let at: Point | null = null;
  eachPairWithin(shapes, indexOf(shapes), 0, (i, j) => {
    const [a, b] = [shapes[i] as Shape, shapes[j] as Shape];
    if (!at && commonGround([a], [b]) > touchMetres * Math.min(perimeterMetres(a), perimeterMetres(b)))
      at = [b.edges[0] as number, b.edges[1] as number];
  });
  return at;
}

function leaves(hole: Path, outer: Shape): boolean {
  return hole.some(([x, y]) => !isInside(x, y, outer) && distanceToEdges(x, y, outer) > touchMetres);
}
