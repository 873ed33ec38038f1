/** Up to this many edges a walk over all of them is as fast as asking the blocks. */
export const FEW_EDGES = 48;
/** How many edges, or blocks of the level below, a block holds. */
export const EDGES_PER_BLOCK = 16;

/**
 * Edges that follow each other on a ring lie near each other, so that boxes round each 16 of them, round each 16 of
 * those, and so on, find the ones near a place without sorting anything.
 */
export interface Level {
  /** West, south, east, north of each block, in metres. */
  readonly boxes: Float64Array;
  /** Per block: heights at which its chain of edges starts and ends; NaN where its edges do not follow each other. */
  readonly heights: Float64Array;
}

const known = new WeakMap<Float64Array, readonly Level[]>();

/** The levels of blocks of a shape's edges, finest first; null where it has few edges. */
export function levelsOf(edges: Float64Array): readonly Level[] | null {
  if (edges.length <= FEW_EDGES * 4) return null;
  const before = known.get(edges);
  if (before) return before;
  const levels = [levelOver(edges.length / 4, edges, edgeHeights(edges))];
  for (let last = levels[0] as Level; last.boxes.length / 4 > EDGES_PER_BLOCK; last = levels.at(-1) as Level)
    levels.push(levelOver(last.boxes.length / 4, last.boxes, last.heights));
  known.set(edges, levels);
  return levels;
}

/** Puts boxes round every 16 members, each given by two corners and by the heights at which it starts and ends. */
function levelOver(members: number, corners: Float64Array, heights: Float64Array): Level {
  const blocks = Math.ceil(members / EDGES_PER_BLOCK);
  const level = { boxes: new Float64Array(blocks * 4), heights: new Float64Array(blocks * 2) };
  for (let block = 0; block < blocks; block++) {
    const first = block * EDGES_PER_BLOCK;
    const end = Math.min(first + EDGES_PER_BLOCK, members);
    const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
    let isChain = true;
    for (let member = first; member < end; member++) {
      const c = member * 4;
      box[0] = Math.min(box[0], corners[c] as number, corners[c + 2] as number);
      box[1] = Math.min(box[1], corners[c + 1] as number, corners[c + 3] as number);
      box[2] = Math.max(box[2], corners[c] as number, corners[c + 2] as number);
      box[3] = Math.max(box[3], corners[c + 1] as number, corners[c + 3] as number);
      if (member > first && heights[member * 2] !== heights[member * 2 - 1]) isChain = false;
    }
    level.boxes.set(box, block * 4);
    level.heights[block * 2] = isChain ? (heights[first * 2] as number) : NaN;
    level.heights[block * 2 + 1] = isChain ? (heights[end * 2 - 1] as number) : NaN;
  }
  return level;
}

function edgeHeights(edges: Float64Array): Float64Array {
  const heights = new Float64Array(edges.length / 2);
  for (let i = 0; i < edges.length; i += 2) heights[i / 2] = edges[i + 1] as number;
  return heights;
}
