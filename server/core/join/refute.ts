import type { Beliefs } from './beliefs';
import type { Bridging, Outlook } from './bridging';
import type { Judge, Standing } from './judge';
import type { Link } from './links';
import type { Decisions, JoinGraph } from './relaxation';

/** A link that seems to hold by itself, or with the free candidates it needs. */
export interface Dispute {
  readonly link: Link;
  readonly needs: readonly number[];
}

/** Links that seemed to hold a set together which does not, looked at closer. */
export interface Refutation {
  /** Beliefs of which some were wrong whatever else is chosen, corrected; null if none was. */
  readonly believed: Beliefs | null;
  /** Those of the corrections that hold as well where nothing is taken or refused. */
  readonly learnt: ReadonlyMap<number, readonly number[] | null>;
  /** Links that hold by themselves but not in this set: between them something else of the set is in the way. */
  readonly disputed: readonly Dispute[];
}

/** Widths of gaps closer than this are told by either of two pairs of parts. */
const TIES_METRES = 0.001;

/**
 * Looks at the links between pieces of a standing that they should have made one. Each is judged with nothing but the
 * candidates it belongs to and those taken: what keeps these apart keeps them apart in every set that holds them.
 */
export function refute(
  { ground, links }: JoinGraph,
  { taken, refused, believed }: Decisions,
  led: ReadonlySet<number>,
  standing: Standing,
  judge: Judge,
  bridging: Bridging | null,
): Refutation {
  const { candidateOf, blobsOfCandidate } = ground;
  const isThere = new Set(standing.blobs);
  const corrected = [...believed];
  const learnt = new Map<number, readonly number[] | null>();
  const disputed: Dispute[] = [];
  let isCorrected = false;
  for (const [place, link] of links.entries()) {
    const needs = believed[place];
    if (!needs || !isBroken(place, link, needs)) continue;
    const { outlook, isSo } =
      bridging && link.metres !== null && !link.isRuled ? lookAt(link, needs, bridging) : asBefore;
    if (outlook === 'open') disputed.push({ link, needs: needs.filter((candidate) => !taken.has(candidate)) });
    else {
      const belief = outlook === 'closed' ? null : [...needs, outlook];
      corrected[place] = belief;
      if (isSo) learnt.set(place, belief);
      isCorrected = true;
    }
  }
  return { believed: isCorrected ? corrected : null, learnt, disputed };

  /** Whether what a link seemed to join is there and apart. */
  function isBroken(place: number, { a, b }: Link, needs: readonly number[]): boolean {
    if (led.has(place)) {
      const blobs = [a, b, ...needs.flatMap((candidate) => blobsOfCandidate[candidate] ?? [])];
      const there = blobs.filter((blob) => isThere.has(blob));
      return there.some((blob) => !standing.pieces.same(blob, there[0] as number));
    }
    const isMet = isThere.has(a) && isThere.has(b) && !standing.pieces.same(a, b);
    return isMet && needs.every((candidate) => taken.has(candidate));
  }

  /** How a link looks with what it needs; whether that is so whatever is decided. */
  function lookAt({ a, b, metres }: Link, needs: readonly number[], bridging: Bridging): Look {
    const isSo = taken.size === 0;
    const sides = [candidateOf[a] as number, candidateOf[b] as number].filter((candidate) => candidate >= 0);
    const alone = judge.stand([...taken, ...sides, ...needs]);
    if (alone.strict.same(a, b)) return asBefore;
    const [p, q] = [alone.strict.find(a), alone.strict.find(b)];
    const gap = judge.gaps(alone).find((one) => one.a === Math.min(p, q) && one.b === Math.max(p, q));
    // Where the pieces they belong to are nearer elsewhere, it is another link that holds them together or does not.
    if (!gap || gap.metres < (metres ?? 0) - TIES_METRES) return { outlook: 'closed', isSo };
    const judged = judge.judged(alone, gap);
    const atBest = bridging.outlook(judged, alone.isThere, () => true);
    if (atBest !== 'open' || refused.size === 0) return { outlook: atBest, isSo };
    return { outlook: bridging.outlook(judged, alone.isThere, (one) => !refused.has(one)), isSo: false };
  }
}

interface Look {
  readonly outlook: Outlook;
  readonly isSo: boolean;
}

const asBefore: Look = { outlook: 'open', isSo: false };
