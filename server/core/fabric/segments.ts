/** Squared distance from a point to a segment. */
export function pointToSegmentSquared(px: number, py: number, ax: number, ay: number, bx: number, by: number): number {
  const t = alongSegment(px, py, ax, ay, bx, by);
  const dx = ax + (bx - ax) * t - px;
  const dy = ay + (by - ay) * t - py;
  return dx * dx + dy * dy;
}

/** Where on a segment, from 0 to 1, the point nearest to p lies. */
export function alongSegment(px: number, py: number, ax: number, ay: number, bx: number, by: number): number {
  const ux = bx - ax;
  const uy = by - ay;
  const squared = ux * ux + uy * uy;
  if (squared === 0) return 0;
  return Math.min(1, Math.max(0, ((px - ax) * ux + (py - ay) * uy) / squared));
}

/** Whether segments ab and cd have a point in common, as far as doubles can tell. */
export function segmentsCross(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
): boolean {
  const abc = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
  const abd = (bx - ax) * (dy - ay) - (by - ay) * (dx - ax);
  if (abc > 0 === abd > 0 && abc !== 0 && abd !== 0) return false;
  const cda = (dx - cx) * (ay - cy) - (dy - cy) * (ax - cx);
  const cdb = (dx - cx) * (by - cy) - (dy - cy) * (bx - cx);
  if (cda > 0 === cdb > 0 && cda !== 0 && cdb !== 0) return false;
  return abc !== 0 || abd !== 0 || cda !== 0 || cdb !== 0;
}

/** Squared distance between segments ab and cd; 0 where they cross. */
export function segmentToSegmentSquared(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
): number {
  const isApart =
    (ax < cx && ax < dx && bx < cx && bx < dx) ||
    (ax > cx && ax > dx && bx > cx && bx > dx) ||
    (ay < cy && ay < dy && by < cy && by < dy) ||
    (ay > cy && ay > dy && by > cy && by > dy);
  if (!isApart && segmentsCross(ax, ay, bx, by, cx, cy, dx, dy)) return 0;
  const fromA = pointToSegmentSquared(ax, ay, cx, cy, dx, dy);
  const fromB = pointToSegmentSquared(bx, by, cx, cy, dx, dy);
  const fromC = pointToSegmentSquared(cx, cy, ax, ay, bx, by);
  const fromD = pointToSegmentSquared(dx, dy, ax, ay, bx, by);
  return Math.min(Math.min(fromA, fromB), Math.min(fromC, fromD));
}

/** The point in which the lines through ab and cd meet, as a share of ab; null where they are parallel. */
export function crossingShare(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
): number | null {
  const across = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx);
  if (across === 0) return null;
  return ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / across;
}

/** Lines no longer than the shortest by this much count as equally short. */
export const TIE_METRES = 0.001;

/** A shortest line as x0, y0, x1, y1, and how far its two ends can slide along the edges without growing. */
export interface ShortestLine {
  readonly line: [number, number, number, number];
  readonly slideMetres: number;
}

/**
 * The shortest line between segments ab and cd. Where edges run parallel it has many places: the middle of them is
 * taken, so that the line stands where a planner would draw it.
 */
export function shortestLine(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
): ShortestLine {
  if (segmentsCross(ax, ay, bx, by, cx, cy, dx, dy)) {
    const share = crossingShare(ax, ay, bx, by, cx, cy, dx, dy);
    if (share !== null && share >= 0 && share <= 1) {
      const x = ax + (bx - ax) * share;
      const y = ay + (by - ay) * share;
      return { line: [x, y, x, y], slideMetres: 0 };
    }
  }
  const s = alongSegment(ax, ay, cx, cy, dx, dy);
  const t = alongSegment(bx, by, cx, cy, dx, dy);
  const u = alongSegment(cx, cy, ax, ay, bx, by);
  const v = alongSegment(dx, dy, ax, ay, bx, by);
  setTie(0, ax, ay, cx + (dx - cx) * s, cy + (dy - cy) * s);
  setTie(1, bx, by, cx + (dx - cx) * t, cy + (dy - cy) * t);
  setTie(2, ax + (bx - ax) * u, ay + (by - ay) * u, cx, cy);
  setTie(3, ax + (bx - ax) * v, ay + (by - ay) * v, dx, dy);
  return middleOfTies();
}

/** The four lines from an end of one segment to the other, as x0, y0, x1, y1, and their lengths. */
const ties = new Float64Array(16);
const tieLengths = new Float64Array(4);

function setTie(tie: number, x0: number, y0: number, x1: number, y1: number): void {
  ties[tie * 4] = x0;
  ties[tie * 4 + 1] = y0;
  ties[tie * 4 + 2] = x1;
  ties[tie * 4 + 3] = y1;
  tieLengths[tie] = Math.sqrt((x1 - x0) * (x1 - x0) + (y1 - y0) * (y1 - y0));
}

/** The line half way between the two of the shortest that lie farthest apart. */
function middleOfTies(): ShortestLine {
  const [s = 0, t = 0, u = 0, v = 0] = tieLengths;
  const longest = Math.min(s, t, u, v) + TIE_METRES;
  let first = -1;
  let last = -1;
  let slideMetres = 0;
  for (let p = 0; p < 4; p++) {
    if ((tieLengths[p] as number) > longest) continue;
    if (first < 0) first = last = p;
    for (let q = p + 1; q < 4; q++) {
      if ((tieLengths[q] as number) > longest) continue;
      const dx = (ties[p * 4] as number) - (ties[q * 4] as number);
      const dy = (ties[p * 4 + 1] as number) - (ties[q * 4 + 1] as number);
      const apart = Math.sqrt(dx * dx + dy * dy);
      if (apart <= slideMetres) continue;
      slideMetres = apart;
      first = p;
      last = q;
    }
  }
  return {
    line: [middle(first, last, 0), middle(first, last, 1), middle(first, last, 2), middle(first, last, 3)],
    slideMetres,
  };
}

function middle(first: number, last: number, axis: number): number {
  return ((ties[first * 4 + axis] as number) + (ties[last * 4 + axis] as number)) / 2;
}
