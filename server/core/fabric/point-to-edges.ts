import { EDGES_PER_BLOCK, type Level, levelsOf } from './edge-blocks';
import { pointToSegmentSquared } from './segments';

/** Whether an odd number of edges crosses the ray from a point to the east. */
export function crossesOddly(x: number, y: number, edges: Float64Array): boolean {
  const levels = levelsOf(edges);
  if (levels === null) return crossesOddlyAmong(x, y, edges, 0, edges.length);
  const top = levels.length - 1;
  return crossesOddlyIn(x, y, edges, levels, top, 0, (levels[top] as Level).boxes.length / 4);
}

/** Squared distance from a point to the nearest edge; Infinity of none. */
export function nearestEdgeSquared(x: number, y: number, edges: Float64Array): number {
  const levels = levelsOf(edges);
  if (levels === null) return nearestAmong(x, y, edges, 0, edges.length, Infinity);
  const top = levels.length - 1;
  return nearestIn(x, y, edges, levels, top, 0, (levels[top] as Level).boxes.length / 4, Infinity);
}

function crossesOddlyIn(
  x: number,
  y: number,
  edges: Float64Array,
  levels: readonly Level[],
  level: number,
  from: number,
  to: number,
): boolean {
  const { boxes, heights } = levels[level] as Level;
  let odd = false;
  for (let block = from; block < to; block++) {
    const b = block * 4;
    if ((boxes[b + 1] as number) > y || (boxes[b + 3] as number) <= y || (boxes[b + 2] as number) < x) continue;
    const start = heights[block * 2] as number;
    const end = heights[block * 2 + 1] as number;
    const first = block * EDGES_PER_BLOCK;
    // Of a chain wholly to the east, only on which side of the ray it starts and ends matters.
    if ((boxes[b] as number) > x && !Number.isNaN(start)) odd = odd !== (start > y !== end > y);
    else if (level === 0) {
      const last = Math.min((first + EDGES_PER_BLOCK) * 4, edges.length);
      odd = odd !== crossesOddlyAmong(x, y, edges, first * 4, last);
    } else {
      const last = Math.min(first + EDGES_PER_BLOCK, (levels[level - 1] as Level).boxes.length / 4);
      odd = odd !== crossesOddlyIn(x, y, edges, levels, level - 1, first, last);
    }
  }
  return odd;
}

function crossesOddlyAmong(x: number, y: number, edges: Float64Array, from: number, to: number): boolean {
  let odd = false;
  for (let i = from; i < to; i += 4) {
    const ay = edges[i + 1] as number;
    const by = edges[i + 3] as number;
    if (ay > y === by > y) continue;
    const ax = edges[i] as number;
    if (x < ax + (((edges[i + 2] as number) - ax) * (y - ay)) / (by - ay)) odd = !odd;
  }
  return odd;
}

function nearestIn(
  x: number,
  y: number,
  edges: Float64Array,
  levels: readonly Level[],
  level: number,
  from: number,
  to: number,
  known: number,
): number {
  const { boxes } = levels[level] as Level;
  let best = known;
  for (let block = from; block < to; block++) {
    const b = block * 4;
    const dx = Math.max((boxes[b] as number) - x, x - (boxes[b + 2] as number), 0);
    const dy = Math.max((boxes[b + 1] as number) - y, y - (boxes[b + 3] as number), 0);
    if (dx * dx + dy * dy >= best) continue;
    const first = block * EDGES_PER_BLOCK;
    if (level === 0) {
      best = nearestAmong(x, y, edges, first * 4, Math.min((first + EDGES_PER_BLOCK) * 4, edges.length), best);
    } else {
      const last = Math.min(first + EDGES_PER_BLOCK, (levels[level - 1] as Level).boxes.length / 4);
      best = nearestIn(x, y, edges, levels, level - 1, first, last, best);
    }
  }
  return best;
}

function nearestAmong(x: number, y: number, edges: Float64Array, from: number, to: number, known: number): number {
  let best = known;
  for (let i = from; i < to; i += 4) {
    const squared = pointToSegmentSquared(
      x,
      y,
      edges[i] as number,
      edges[i + 1] as number,
      edges[i + 2] as number,
      edges[i + 3] as number,
    );
    if (squared < best) best = squared;
  }
  return best;
}
