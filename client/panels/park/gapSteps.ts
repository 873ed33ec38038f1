import type { Gap } from '../../../data/contract';

/** Whether a gap stands in the way under the normal reading, or may: not bridged, or not known. */
export const isProblem = (gap: Gap): boolean => gap.bridged !== true;

/** Indices of the gaps to step through: those in the way first by width, as the answer orders them. */
export const problemGaps = (gaps: readonly Gap[]): number[] =>
  gaps.flatMap((gap, index) => (isProblem(gap) ? [index] : []));

/** The next or previous problem from where one stands; wraps round; null when there is none. */
export function stepGap(gaps: readonly Gap[], at: number | null, step: 1 | -1): number | null {
  const problems = problemGaps(gaps);
  if (problems.length === 0) return null;
  const place = at === null ? -1 : problems.indexOf(at);
  if (place < 0) return (step === 1 ? problems[0] : problems.at(-1)) ?? null;
  return problems[(place + step + problems.length) % problems.length] ?? null;
}

export type Mend = 'nothing' | 'lookAtSite' | 'takeInParcel' | 'barrier' | 'tooWide';

const BARRIERS = new Set(['expressway', 'railway', 'river', 'county-boundary']);

/** Whether ground of this kind parts what lies on its two sides. */
export const isBarrier = (kind: string): boolean => BARRIERS.has(kind);

/**
 * What would mend a gap: nothing short of a ruling where a barrier lies in it, the land between where it is wider
 * than the tolerance, a look at the site where its contents are not known, the parcel that lies in it otherwise.
 */
export function mendOf(gap: Gap, maxGapMetres: number): Mend {
  if (gap.bridged === true) return 'nothing';
  if (gap.holds.some((held) => isBarrier(held.kind))) return 'barrier';
  if (gap.widthMetres > maxGapMetres) return 'tooWide';
  return gap.bridged === null ? 'lookAtSite' : 'takeInParcel';
}
