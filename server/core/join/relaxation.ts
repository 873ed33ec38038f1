import { Groups } from '../fabric/groups';
import type { Beliefs } from './beliefs';
import type { Ground } from './ground';
import { leadThrough } from './lead-through';
import type { Link } from './links';
import { layGraph, type NodeGraph } from './steiner/node-graph';

/** Candidates and what could join what, laid out for the search. */
export interface JoinGraph {
  readonly ground: Ground;
  readonly links: readonly Link[];
  /** Cost of every candidate, above 0. */
  readonly costs: Float64Array;
}

/** What has been decided about candidates, and what has been learnt of the links since. */
export interface Decisions {
  readonly taken: ReadonlySet<number>;
  readonly refused: ReadonlySet<number>;
  readonly believed: Beliefs;
}

/** The graph of what could join what under some decisions. */
export interface Relaxation {
  readonly graph: NodeGraph;
  /** The candidate of each node, -1 = the park. */
  readonly candidateOf: Int32Array;
  /** What is paid already for what is taken. */
  readonly paid: number;
  /** Places of the links that lead through the free candidates they need. */
  readonly led: ReadonlySet<number>;
}

/**
 * Lays the graph of what is left to choose: never dearer than the truth. A free candidate of several parts is one node,
 * as if its parts hung together; once taken, every part of it has to be reached. Nodes keep their numbers as long as
 * nothing is taken.
 */
export function relax({ ground, links, costs }: JoinGraph, { taken, refused, believed }: Decisions): Relaxation {
  const { nodeOf, candidateOf, nodeCosts } = layNodes(ground, costs, taken, refused);
  const edges: number[] = [];
  const wanting: { place: number; ends: readonly [number, number]; needs: readonly number[] }[] = [];
  for (let place = 0; place < links.length; place++) {
    const needs = believed[place];
    const { a, b } = links[place] as Link;
    const [from, to] = [nodeOf[a] as number, nodeOf[b] as number];
    if (!needs || from < 0 || to < 0 || from === to) continue;
    if (needs.every((candidate) => taken.has(candidate))) edges.push(from, to);
    else if (!needs.some((candidate) => refused.has(candidate))) wanting.push({ place, ends: [from, to], needs });
  }
  const terminals = terminalsOf(nodeCosts, edges);
  const certain = layGraph(nodeCosts, edges, terminals);
  const led = new Set<number>();
  for (const { place, ends, needs } of wanting) {
    const added = leadThrough(
      certain,
      ends,
      needs.map((candidate) => ground.pieces + candidate),
    );
    if (added.length === 0) continue;
    led.add(place);
    edges.push(...added);
  }
  let paid = 0;
  for (const candidate of taken) paid += costs[candidate] as number;
  return { graph: led.size > 0 ? layGraph(nodeCosts, edges, terminals) : certain, candidateOf, paid, led };
}

function layNodes(
  { pieces, candidateOf: candidateOfBlob, blobsOfCandidate }: Ground,
  costs: Float64Array,
  taken: ReadonlySet<number>,
  refused: ReadonlySet<number>,
): { nodeOf: Int32Array; candidateOf: Int32Array; nodeCosts: Float64Array } {
  const nodeOf = new Int32Array(candidateOfBlob.length);
  const nodeCosts: number[] = Array(pieces).fill(0);
  const candidateOf: number[] = Array(pieces).fill(-1);
  for (let piece = 0; piece < pieces; piece++) nodeOf[piece] = piece;
  for (const [candidate, blobs] of blobsOfCandidate.entries()) {
    const isRefused = refused.has(candidate);
    const cost = isRefused ? Number.POSITIVE_INFINITY : taken.has(candidate) ? 0 : (costs[candidate] as number);
    const node = nodeCosts.push(cost) - 1;
    candidateOf.push(candidate);
    for (const blob of blobs) nodeOf[blob] = isRefused ? -1 : node;
  }
  for (const candidate of taken) {
    for (const blob of blobsOfCandidate[candidate]?.slice(1) ?? []) {
      nodeOf[blob] = nodeCosts.push(0) - 1;
      candidateOf.push(candidate);
    }
  }
  return { nodeOf, candidateOf: Int32Array.from(candidateOf), nodeCosts: Float64Array.from(nodeCosts) };
}

/** One node of every group of nodes that are taken already and hang together. */
function terminalsOf(costs: Float64Array, edges: readonly number[]): number[] {
  const groups = new Groups(costs.length);
  for (let at = 0; at < edges.length; at += 2) {
    const [a, b] = [edges[at] as number, edges[at + 1] as number];
    if (costs[a] === 0 && costs[b] === 0) groups.join(a, b);
  }
  return [...costs.keys()].filter((node) => costs[node] === 0 && groups.find(node) === node);
}
