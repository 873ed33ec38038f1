import { ROUNDING_METRES } from '../../fabric/rounding';
import { pointToSegmentSquared } from '../../fabric/segments';
import type { Shape } from '../../fabric/shape';
import type { Spot } from '../hull';
import { depthIn, ringsOf } from '../plane/rings';

/** What keeps a place from being deep enough: an edge with the ground on its left, or a corner that juts into the ground. */
interface Wall {
  readonly x: number;
  readonly y: number;
  /** The direction of an edge; 0, 0 of a corner. */
  readonly ux: number;
  readonly uy: number;
}

/** Places this near to each other are one. */
const SAME_METRES = 1e-3;
/** Edges are parallel whose directions cross by less than this sine. */
const PARALLEL = 1e-9;

/**
 * Of the places in a part at least `depthMetres` deep, the nearest to a centre; all of equally near ones. Such a place
 * is the centre itself, or it stands exactly that deep: straight across from one wall, or where two walls are equally
 * far. All of these that are nearer than a place known to be deep enough are tried.
 */
export function nearestDeepEnough(part: Shape, centre: Spot, depthMetres: number, known: Spot): Spot[] {
  if (depthIn(part, centre[0], centre[1]) >= depthMetres) return [centre];
  const walls = wallsNear(part, centre, apart(known, centre) + depthMetres);
  let best = [known];
  let least = apart(known, centre);
  for (const spot of placesAt(walls, centre, depthMetres)) {
    const metres = apart(spot, centre);
    if (metres > least + ROUNDING_METRES) continue;
    const isNearer = metres < least - ROUNDING_METRES;
    if (!isNearer && best.some((other) => apart(spot, other) < SAME_METRES)) continue;
    if (depthIn(part, spot[0], spot[1]) < depthMetres - ROUNDING_METRES) continue;
    best = isNearer ? [spot] : [...best, spot];
    least = Math.min(metres, least);
  }
  return best;
}

/** Metres between two spots. */
export function apart(a: Spot, b: Spot): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

function wallsNear(part: Shape, [cx, cy]: Spot, metres: number): Wall[] {
  const { edges } = part;
  const walls: Wall[] = [];
  for (const [place, ring] of ringsOf(part).entries()) {
    const sign = ring.squareMetres > 0 === (place === 0) ? 1 : -1;
    let before = ring.to - 1;
    for (let edge = ring.from; edge < ring.to; before = edge++) {
      const x = edges[edge * 4] as number;
      const y = edges[edge * 4 + 1] as number;
      const toX = edges[edge * 4 + 2] as number;
      const toY = edges[edge * 4 + 3] as number;
      if (pointToSegmentSquared(cx, cy, x, y, toX, toY) > metres * metres) continue;
      const length = Math.hypot(toX - x, toY - y) * sign;
      const ux = (toX - x) / length;
      const uy = (toY - y) / length;
      walls.push({ x, y, ux, uy });
      const turn = (x - (edges[before * 4] as number)) * uy - (y - (edges[before * 4 + 1] as number)) * ux;
      if (turn < 0) walls.push({ x, y, ux: 0, uy: 0 });
    }
  }
  return walls;
}

function* placesAt(walls: readonly Wall[], centre: Spot, depthMetres: number): Generator<Spot> {
  for (const wall of walls) yield acrossFrom(wall, centre, depthMetres);
  for (let i = 0; i < walls.length; i++)
    for (let j = i + 1; j < walls.length; j++) yield* equallyFar(walls[i] as Wall, walls[j] as Wall, depthMetres);
}

function isCorner({ ux, uy }: Wall): boolean {
  return ux === 0 && uy === 0;
}

/** The place off one wall that is nearest to the centre. */
function acrossFrom(wall: Wall, [cx, cy]: Spot, metres: number): Spot {
  const { x, y, ux, uy } = wall;
  if (isCorner(wall)) {
    const share = metres / (Math.hypot(cx - x, cy - y) || 1);
    return [x + (cx - x) * share, y + (cy - y) * share];
  }
  const short = metres - ((cy - y) * ux - (cx - x) * uy);
  return [cx - uy * short, cy + ux * short];
}

/** The places as far from one wall as from another. */
function equallyFar(a: Wall, b: Wall, metres: number): Spot[] {
  if (isCorner(a)) return isCorner(b) ? offTwoCorners(a, b, metres) : offEdgeAndCorner(b, a, metres);
  if (isCorner(b)) return offEdgeAndCorner(a, b, metres);
  const across = a.ux * b.uy - a.uy * b.ux;
  if (Math.abs(across) < PARALLEL) return [];
  const dx = b.x - b.uy * metres - (a.x - a.uy * metres);
  const dy = b.y + b.ux * metres - (a.y + a.ux * metres);
  const along = (dx * b.uy - dy * b.ux) / across;
  return [[a.x - a.uy * metres + a.ux * along, a.y + a.ux * metres + a.uy * along]];
}

function offEdgeAndCorner(edge: Wall, corner: Wall, metres: number): Spot[] {
  const along = (corner.x - edge.x) * edge.ux + (corner.y - edge.y) * edge.uy;
  const off = (corner.y - edge.y) * edge.ux - (corner.x - edge.x) * edge.uy - metres;
  const rest = metres * metres - off * off;
  if (rest < 0) return [];
  return [along - Math.sqrt(rest), along + Math.sqrt(rest)].map((at) => [
    edge.x - edge.uy * metres + edge.ux * at,
    edge.y + edge.ux * metres + edge.uy * at,
  ]);
}

function offTwoCorners(a: Wall, b: Wall, metres: number): Spot[] {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const between = Math.hypot(dx, dy);
  const rest = metres * metres - (between * between) / 4;
  if (between === 0 || rest < 0) return [];
  const share = Math.sqrt(rest) / between;
  return [
    [a.x + dx / 2 - dy * share, a.y + dy / 2 + dx * share],
    [a.x + dx / 2 + dy * share, a.y + dy / 2 - dx * share],
  ];
}
