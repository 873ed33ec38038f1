import { type Beliefs, firstBeliefs } from './beliefs';
import type { Bridging } from './bridging';
import type { Judge, Standing } from './judge';
import { type Refutation, refute } from './refute';
import { type Decisions, type JoinGraph, relax } from './relaxation';
import { splitBy } from './split';
import { quickSteiner } from './steiner/approximate';
import { type Guide, layGuide } from './steiner/guide';
import { Heap } from './steiner/heap';
import type { NodeGraph, Tree } from './steiner/node-graph';
import { solveSteiner, wantsGuide } from './steiner/solve';

/** The best set found that truly joins, and what every set costs at least. */
export interface Found {
  readonly chosen: readonly number[] | null;
  readonly cost: number;
  readonly lowerBound: number;
  readonly isProven: boolean;
}

/** Finds the cheapest sets of candidates that join a park; what one search learns of the ground, the next one knows. */
export interface Search {
  /** Without some candidates; after `proposalsAtMost` the bound reached so far is given instead of a proof. */
  find(refused: ReadonlySet<number>, proposalsAtMost: number): Found;
}

/** A set that the graph proposes. */
interface Proposal {
  readonly chosen: readonly number[];
  readonly cost: number;
  readonly lowerBound: number;
}

/** Where a line of decisions leads: nowhere, to a set that joins, or to a candidate that has to be decided. */
type Settled =
  | { readonly kind: 'none' }
  | { readonly kind: 'joined' | 'stopped'; readonly proposal: Proposal }
  | { readonly kind: 'split'; readonly proposal: Proposal; readonly decisions: Decisions; readonly candidate: number };

const ROUNDING = 1e-9;
/** How often a quick proposal is corrected before the exact search begins. */
const QUICK_ROUNDS = 40;

/**
 * Opens the search by the judge's own word. The graph proposes the cheapest set; where the judge disagrees, the links
 * that misled it are judged one by one and those that never join are dropped; where each could join by itself (another
 * plot's presence closed a gap, a part was left outside) the proposal is split by taking or refusing one candidate.
 */
export function openSearch(graph: JoinGraph, judge: Judge, bridging: Bridging | null): Search {
  let known = firstBeliefs(graph.links);
  let guide: { readonly of: string; readonly guide: Guide } | null = null;

  /** Bounds laid out for the whole graph hold as well where candidates are refused and links dropped. */
  const guideFor = (laid: NodeGraph, { taken }: Decisions): Guide | undefined => {
    if (taken.size > 0 || !wantsGuide(laid)) return undefined;
    const of = laid.terminals.join();
    if (guide?.of === of) return guide.guide;
    const whole = relax(graph, { taken, refused: new Set(), believed: known }).graph;
    if (whole.terminals.join() !== of) return undefined;
    guide = { of, guide: layGuide(whole) };
    return guide.guide;
  };

  /** What has been learnt for good since a line of decisions was begun holds on it too. */
  const mended = (belief: Beliefs[number], place: number): Beliefs[number] => {
    const now = known[place];
    if (!belief || !now) return null;
    return now.length > belief.length ? now : belief;
  };

  const find = (refused: ReadonlySet<number>, proposalsAtMost: number): Found => {
    let best: Proposal | null = null;
    let proposals = 0;
    const keep = (proposal: Proposal) => {
      if (!best || proposal.cost < best.cost) best = proposal;
    };
    const dearest = () => best?.cost ?? Number.POSITIVE_INFINITY;
    const isTooDear = (cost: number) => cost >= dearest() * (1 - ROUNDING);
    const learn = (decisions: Decisions, { believed, learnt }: Refutation): Decisions => {
      if (learnt.size > 0)
        known = known.map((belief, place) => (learnt.has(place) ? (learnt.get(place) ?? null) : belief));
      return believed ? { ...decisions, believed } : decisions;
    };

    const propose = (
      decisions: Decisions,
      solve: (laid: NodeGraph, paid: number) => { tree: Tree; lowerBound: number } | null,
    ): { proposal: Proposal; standing: Standing; led: ReadonlySet<number> } | null => {
      const { graph: laid, candidateOf, paid, led } = relax(graph, decisions);
      const answer = solve(laid, paid);
      if (!answer) return null;
      const chosen = new Set(decisions.taken);
      for (const node of answer.tree.nodes)
        if ((candidateOf[node] as number) >= 0) chosen.add(candidateOf[node] as number);
      const sorted = [...chosen].sort((a, b) => a - b);
      const proposal = { chosen: sorted, cost: paid + answer.tree.cost, lowerBound: paid + answer.lowerBound };
      return { proposal, standing: judge.read(sorted), led };
    };

    /** Drops what misleads quick proposals, which are good but not the best. */
    const correctQuickly = (first: Decisions): Decisions => {
      let decisions = first;
      for (let round = 0; round < QUICK_ROUNDS; round++) {
        const quick = propose(decisions, quickSteiner);
        if (!quick) break;
        if (quick.standing.count === 1) {
          keep(quick.proposal);
          break;
        }
        const refutation = refute(graph, decisions, quick.led, quick.standing, judge, bridging);
        if (!refutation.believed) break;
        decisions = learn(decisions, refutation);
      }
      return decisions;
    };

    const settle = (first: Decisions): Settled => {
      let decisions: Decisions = { ...first, believed: first.believed.map(mended) };
      for (;;) {
        const asked = decisions;
        const exact = propose(asked, (laid, paid) => solveSteiner(laid, dearest() - paid, guideFor(laid, asked)));
        // Nothing joins, or nothing for less than the best so far.
        if (!exact) return { kind: 'none' };
        proposals++;
        const { proposal, standing, led } = exact;
        if (isTooDear(proposal.lowerBound)) return { kind: 'stopped', proposal };
        if (standing.count === 1) return { kind: 'joined', proposal };
        const refutation = refute(graph, decisions, led, standing, judge, bridging);
        if (!refutation.believed) {
          const candidate = splitBy(graph, decisions, standing, refutation.disputed, judge, bridging);
          return candidate === null ? { kind: 'none' } : { kind: 'split', proposal, decisions, candidate };
        }
        decisions = learn(decisions, refutation);
        if (proposals >= proposalsAtMost) return { kind: 'stopped', proposal };
      }
    };
    const open = new Heap();
    const lines: Decisions[] = [];
    const follow = (decisions: Decisions, bound: number) => open.push(bound, lines.push(decisions) - 1);
    follow(correctQuickly({ taken: new Set(), refused, believed: known }), 0);
    let least = Number.POSITIVE_INFINITY;
    while (open.size > 0 && proposals < proposalsAtMost && !isTooDear(open.leastKey())) {
      const settled = settle(lines[open.pop()] as Decisions);
      if (settled.kind === 'none') continue;
      const { lowerBound } = settled.proposal;
      if (settled.kind === 'split') {
        const { taken, refused: without, believed } = settled.decisions;
        follow({ taken: new Set(taken).add(settled.candidate), refused: without, believed }, lowerBound);
        follow({ taken, refused: new Set(without).add(settled.candidate), believed }, lowerBound);
        continue;
      }
      if (settled.kind === 'joined') keep(settled.proposal);
      least = Math.min(least, lowerBound);
    }
    return found(best, Math.min(least, open.leastKey()));
  };
  return { find };
}

function found(best: Proposal | null, least: number): Found {
  if (!best) return { chosen: null, cost: 0, lowerBound: least, isProven: least === Number.POSITIVE_INFINITY };
  const isProven = least >= best.cost * (1 - ROUNDING);
  return { chosen: best.chosen, cost: best.cost, lowerBound: isProven ? best.cost : least, isProven };
}
