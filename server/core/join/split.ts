import type { Bridging } from './bridging';
import type { Judge, Standing } from './judge';
import type { Dispute } from './refute';
import type { Decisions, JoinGraph } from './relaxation';

/**
 * The candidate that a set which does not join is split by: with it and without it both are nearer to what is true.
 * First one whose presence closes a link that holds by itself, else one with a part left outside, else any of the set,
 * else any other; null where everything is decided.
 */
export function splitBy(
  { ground, links }: JoinGraph,
  { taken, refused }: Decisions,
  standing: Standing,
  disputed: readonly Dispute[],
  judge: Judge,
  bridging: Bridging | null,
): number | null {
  const { candidateOf, blobsOfCandidate } = ground;
  const isFree = (candidate: number) => candidate >= 0 && !taken.has(candidate) && !refused.has(candidate);
  const there = [...new Set(standing.blobs.map((blob) => candidateOf[blob] as number))].filter(isFree);

  for (const { link, needs } of disputed) {
    const [needed] = needs;
    if (needed !== undefined) return needed;
    const { a, b } = link;
    const sides = [candidateOf[a] as number, candidateOf[b] as number].filter((candidate) => candidate >= 0);
    const beside = standing.blobs
      .filter((blob) => standing.strict.same(blob, a) || standing.strict.same(blob, b))
      .map((blob) => candidateOf[blob] as number)
      .filter((candidate) => isFree(candidate) && !sides.includes(candidate));
    const closing = beside.find((candidate) => closes(candidate, a, b, sides));
    if (closing !== undefined) return closing;
    const [first] = beside;
    if (first !== undefined) return first;
  }
  const leftOutside = there.find((candidate) => {
    const [first, ...rest] = blobsOfCandidate[candidate] ?? [];
    return rest.some((blob) => !standing.pieces.same(first as number, blob));
  });
  const chosen = leftOutside ?? there[0] ?? besideTaken() ?? blobsOfCandidate.findIndex((_, place) => isFree(place));
  return chosen < 0 ? null : chosen;

  function closes(candidate: number, a: number, b: number, sides: readonly number[]): boolean {
    const together = judge.stand([...taken, ...sides, candidate]);
    const [p, q] = [together.strict.find(a), together.strict.find(b)];
    const gap = judge.gaps(together).find((one) => one.a === Math.min(p, q) && one.b === Math.max(p, q));
    return gap !== undefined && bridging?.isBridged(judge.judged(together, gap), together.isThere) === false;
  }

  /** A candidate that could join what is there. */
  function besideTaken(): number | undefined {
    const isThere = new Set(standing.blobs);
    for (const { a, b } of links) {
      const other = isThere.has(a) ? b : isThere.has(b) ? a : undefined;
      const candidate = other === undefined ? -1 : (candidateOf[other] as number);
      if (isFree(candidate)) return candidate;
    }
    return undefined;
  }
}
