import { createHeap } from './heap';
import { type Decisions, type JoinGraph, type Relaxed, relax } from './relaxation';

/** The best set found that truly joins, and what every set costs at least. */
export interface Found {
  readonly chosen: readonly number[] | null;
  readonly cost: number;
  readonly lowerBound: number;
  readonly isProven: boolean;
}

interface Open extends Relaxed {
  readonly decisions: Decisions;
}

const ROUNDING = 1e-9;

/**
 * Finds the cheapest set of candidates that joins the park by the judge's own word. The graph proposes, cheapest
 * first; where the judge disagrees (a part left outside, a gap that another plot's presence closed) the proposal is
 * split by taking or refusing one candidate. After `proposalsAtMost` the bound reached so far is given instead of a proof.
 */
export function searchSets(
  graph: JoinGraph,
  refused: ReadonlySet<number>,
  isJoined: (chosen: readonly number[]) => boolean,
  proposalsAtMost: number,
): Found {
  const open = createHeap<Open>();
  const offer = (decisions: Decisions) => {
    const relaxed = relax(graph, decisions);
    if (relaxed) open.push(relaxed.lowerBound, { ...relaxed, decisions });
  };
  let best: Relaxed | null = null;
  let lowerBound = Number.POSITIVE_INFINITY;
  offer({ taken: new Set(), refused });
  for (let proposals = 0; open.size() > 0 && proposals < proposalsAtMost; proposals++) {
    if (best && open.leastKey() >= best.cost * (1 - ROUNDING)) break;
    const proposal = open.pop()?.item;
    if (!proposal) break;
    if (isJoined(proposal.chosen)) {
      if (!best || proposal.cost < best.cost) best = proposal;
      lowerBound = Math.min(lowerBound, proposal.lowerBound);
      continue;
    }
    for (const decisions of split(graph, proposal)) offer(decisions);
  }
  const least = Math.min(lowerBound, open.leastKey());
  if (!best) return { chosen: null, cost: 0, lowerBound: least, isProven: open.size() === 0 };
  const isProven = least >= best.cost * (1 - ROUNDING);
  return { chosen: best.chosen, cost: best.cost, lowerBound: isProven ? best.cost : least, isProven };
}

/** With and without one candidate: first of those proposed, else of those that could join what is taken. */
function split(graph: JoinGraph, { chosen, decisions }: Open): Decisions[] {
  const { taken, refused } = decisions;
  const isFree = (candidate: number) => candidate >= 0 && !taken.has(candidate) && !refused.has(candidate);
  const candidate = chosen.find(isFree) ?? nearestFree(graph, taken, isFree);
  if (candidate === undefined) return [];
  return [
    { taken: new Set(taken).add(candidate), refused },
    { taken, refused: new Set(refused).add(candidate) },
  ];
}

function nearestFree(
  graph: JoinGraph,
  taken: ReadonlySet<number>,
  isFree: (candidate: number) => boolean,
): number | undefined {
  for (const [blob, list] of graph.links.entries()) {
    const candidate = graph.candidateOf[blob] ?? -1;
    if (candidate >= 0 && !taken.has(candidate)) continue;
    const other = list.find((near) => isFree(graph.candidateOf[near] ?? -1));
    if (other !== undefined) return graph.candidateOf[other];
  }
  return undefined;
}
