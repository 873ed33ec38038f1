import { alongRun, crossingShare, segmentsCross } from './segments';

/** Lines no longer than the shortest by this much count as equally short. */
export const TIE_METRES = 0.001;

/** A shortest line as x0, y0, x1, y1, and how far its two ends can slide along the edges without growing. */
export interface ShortestLine {
  readonly line: [number, number, number, number];
  readonly slideMetres: number;
}

/** The four lines from an end of one edge to the other, as x0, y0, x1, y1, and their lengths. */
const ties = new Float64Array(16);
const lengths = new Float64Array(4);

/**
 * The shortest line between edge i of one flat array and edge j of another. Where edges run parallel it has many
 * places: the middle of them is taken, so that the line stands where a planner would draw it.
 */
export function lineBetween(ea: Float64Array, i: number, eb: Float64Array, j: number): ShortestLine {
  const line: [number, number, number, number] = [0, 0, 0, 0];
  return { slideMetres: findLine(ea, i, eb, j, line), line };
}

/** Finds the shortest line between two edges; answers how far its ends can slide without its growing. */
export function findLine(
  ea: Float64Array,
  i: number,
  eb: Float64Array,
  j: number,
  line: [number, number, number, number],
): number {
  const ax = ea[i] as number;
  const ay = ea[i + 1] as number;
  const bx = ea[i + 2] as number;
  const by = ea[i + 3] as number;
  const cx = eb[j] as number;
  const cy = eb[j + 1] as number;
  const dx = eb[j + 2] as number;
  const dy = eb[j + 3] as number;
  if (segmentsCross(ax, ay, bx, by, cx, cy, dx, dy)) {
    const share = crossingShare(ax, ay, bx, by, cx, cy, dx, dy);
    if (share !== null && share >= 0 && share <= 1) {
      line[0] = line[2] = ax + (bx - ax) * share;
      line[1] = line[3] = ay + (by - ay) * share;
      return 0;
    }
  }
  const s = alongRun(ax - cx, ay - cy, dx - cx, dy - cy);
  const t = alongRun(bx - cx, by - cy, dx - cx, dy - cy);
  const u = alongRun(cx - ax, cy - ay, bx - ax, by - ay);
  const v = alongRun(dx - ax, dy - ay, bx - ax, by - ay);
  ties[0] = ax;
  ties[1] = ay;
  ties[2] = cx + (dx - cx) * s;
  ties[3] = cy + (dy - cy) * s;
  ties[4] = bx;
  ties[5] = by;
  ties[6] = cx + (dx - cx) * t;
  ties[7] = cy + (dy - cy) * t;
  ties[8] = ax + (bx - ax) * u;
  ties[9] = ay + (by - ay) * u;
  ties[10] = cx;
  ties[11] = cy;
  ties[12] = ax + (bx - ax) * v;
  ties[13] = ay + (by - ay) * v;
  ties[14] = dx;
  ties[15] = dy;
  return findMiddle(line);
}

/** Finds the line half way between the two of the shortest that lie farthest apart; answers how far that is. */
function findMiddle(line: [number, number, number, number]): number {
  let longest = Infinity;
  for (let tie = 0; tie < 4; tie++) {
    const dx = (ties[tie * 4 + 2] as number) - (ties[tie * 4] as number);
    const dy = (ties[tie * 4 + 3] as number) - (ties[tie * 4 + 1] as number);
    lengths[tie] = Math.sqrt(dx * dx + dy * dy);
    longest = Math.min(longest, lengths[tie] as number);
  }
  longest += TIE_METRES;
  let first = -1;
  let last = -1;
  let slide = 0;
  for (let p = 0; p < 4; p++) {
    if ((lengths[p] as number) > longest) continue;
    if (first < 0) first = last = p;
    for (let q = p + 1; q < 4; q++) {
      if ((lengths[q] as number) > longest) continue;
      const dx = (ties[p * 4] as number) - (ties[q * 4] as number);
      const dy = (ties[p * 4 + 1] as number) - (ties[q * 4 + 1] as number);
      const apart = Math.sqrt(dx * dx + dy * dy);
      if (apart <= slide) continue;
      slide = apart;
      first = p;
      last = q;
    }
  }
  for (let axis = 0; axis < 4; axis++)
    line[axis] = ((ties[first * 4 + axis] as number) + (ties[last * 4 + axis] as number)) / 2;
  return slide;
}
