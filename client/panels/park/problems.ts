import type { ContiguityAnswer, Gap } from '../../../data/contract';

export type Fault = ContiguityAnswer['faults'][number];
/** Something that stands in the way of one clear piece: a gap between two pieces, or a fault of the drawing. */
export type Problem =
  | { readonly kind: 'gap'; readonly key: string; readonly gap: Gap }
  | { readonly kind: 'fault'; readonly key: string; readonly fault: Fault };

/** Names a gap across answers: what lies in it may be ruled on, its plots and its width stay. */
export const gapKey = ({ from, to, widthMetres }: Gap): string => `gap ${from}-${to}-${widthMetres}`;
const faultKey = ({ code, plots }: Fault): string => `${code} ${plots.join('-')}`;

/** A gap is bridged, in the way, not known, or beside the way: it parts ground that joins round about. */
export type GapState = 'bridged' | 'open' | 'unknown' | 'aside';

type Read = Pick<ContiguityAnswer, 'gaps' | 'readings'>;

/** How each gap stands under the normal reading, by its key. */
export function gapStates({ gaps, readings }: Read): ReadonlyMap<string, GapState> {
  const piecesOf = new Map<string, Set<number>>();
  for (const [index, { plots }] of readings.normal.pieces.entries())
    for (const plot of plots) piecesOf.set(plot, (piecesOf.get(plot) ?? new Set()).add(index));
  // A plot of several parts may stand in several pieces: then the gap may well lie between two of them.
  const isRoundAbout = ({ from, to }: Gap) =>
    new Set([...(piecesOf.get(from) ?? []), ...(piecesOf.get(to) ?? [])]).size === 1;
  const stateOf = (gap: Gap): GapState => {
    if (gap.bridged === true) return 'bridged';
    if (isRoundAbout(gap)) return 'aside';
    return gap.bridged === null ? 'unknown' : 'open';
  };
  return new Map(gaps.map((gap) => [gapKey(gap), stateOf(gap)]));
}

export const isProblem = (state: GapState | undefined): boolean => state === 'open' || state === 'unknown';

/** What to step through: the gaps in the way as the answer orders them, then the faults. */
export function listProblems(contiguity: Read & Pick<ContiguityAnswer, 'faults'>): Problem[] {
  const states = gapStates(contiguity);
  const gaps = contiguity.gaps
    .map((gap) => ({ kind: 'gap', key: gapKey(gap), gap }) as const)
    .filter(({ key }) => isProblem(states.get(key)));
  return [...gaps, ...contiguity.faults.map((fault) => ({ kind: 'fault', key: faultKey(fault), fault }) as const)];
}

/** Where one stands among the problems: what is looked at, and its place, which outlives the problem once mended. */
export interface Standing {
  readonly key: string;
  readonly place: number;
}

/** The next or previous problem; goes round; null when there is none. What took a mended one's place comes next. */
export function stepProblem(problems: readonly Problem[], at: Standing | null, by: 1 | -1): Standing | null {
  if (problems.length === 0) return null;
  const found = at ? problems.findIndex(({ key }) => key === at.key) : -1;
  const start = found >= 0 ? found + by : (at?.place ?? 0) - (by === 1 ? 0 : 1);
  const place = (start + problems.length) % problems.length;
  const problem = problems[place];
  return problem ? { key: problem.key, place } : null;
}

/** What would mend a gap: each thing that can be done about it, or why nothing short of a decision will do. */
export interface Mend {
  /** A ruling on what it holds: asked for where that is not known, possible where the record is wrong. */
  readonly rule: 'asked' | 'possible' | null;
  /** Parcels of others that lie in it and could be taken in. */
  readonly takeIn: readonly string[];
  /** Why only a decision or another tolerance would mend it. */
  readonly beyond: 'barrier' | 'tooWide' | null;
}

const BARRIERS = new Set(['expressway', 'railway', 'river', 'county-boundary']);
const PARCEL_ID = /^\d+$/;

/** Whether ground of this kind parts what lies on its two sides. */
export const isBarrier = (kind: string): boolean => BARRIERS.has(kind);

/** Ids of the parcels of others that lie in a gap, each once. */
export const parcelsIn = (gap: Gap): string[] => [
  ...new Set(gap.holds.flatMap(({ kind, id }) => (kind === 'parcel' && id && PARCEL_ID.test(id) ? [id] : []))),
];

/** Finds what would mend a gap; wider than the tolerance, neither knowledge of it nor its plots alone will do. */
export function mendOf(gap: Gap, maxGapMetres: number): Mend {
  if (gap.bridged === true) return { rule: null, takeIn: [], beyond: null };
  if (gap.widthMetres > maxGapMetres) return { rule: null, takeIn: [], beyond: 'tooWide' };
  if (gap.bridged === null) return { rule: 'asked', takeIn: [], beyond: null };
  const beyond = gap.holds.some((held) => isBarrier(held.kind)) ? 'barrier' : null;
  return { rule: 'possible', takeIn: beyond ? [] : parcelsIn(gap), beyond };
}
