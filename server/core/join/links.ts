import type { ReadingName, SurroundingKind } from '../../../data/contract/vocabulary';
import { metresApart } from '../fabric/distance';
import type { Part } from '../fabric/fabric';
import { ROUNDING_METRES } from '../fabric/rounding';
import { boxesMeet } from '../fabric/shape';
import { gapBetween, gapLine, narrower, type PieceGap } from '../pieces/gaps';
import type { GapKnowledge } from '../pieces/judge-gap';
import { runsInsideOnePart } from '../pieces/red-line';
import type { ContiguitySettings } from '../pieces/settings';
import type { Ground } from './ground';
import type { Obstacles } from './obstacles';
import type { Pairs } from './pairs';
import { lookAcross, standsInSight } from './sight';

/** Two blobs that could join directly, the lower first. */
export interface Link {
  readonly a: number;
  readonly b: number;
  /** Candidates without which they cannot, for their parcels stand between them, as far as one sees. */
  readonly needs: readonly number[];
  /** Width of the gap where it wants judging, in metres; null where they join whatever else is chosen. */
  readonly metres: number | null;
  /** True if a person's ruling may bridge a gap beside the link's own. */
  readonly isRuled: boolean;
}

/** What the links of a park and its candidates are told from. */
export interface LinkKnowledge extends Omit<GapKnowledge, 'between'> {
  readonly reading: ReadingName;
  readonly widestMetres: number;
  /** Null = nobody has said what lies between. */
  readonly obstacles: Obstacles | null;
}

/** Below this snap (metres) rounding could lift a gap's ground off its shortest line, so that the line tells nothing. */
const LEAST_SNAP_METRES = 0.01;

/**
 * Finds which blobs could join directly under a reading, strictly or across a gap between the two of them. It promises
 * too much rather than too little: whatever set hangs together under `contiguity` hangs together by these links, for
 * pieces that grow only fill a gap with more, so that a gap with something on its shortest line is never bridged.
 * What promises too much shows when a set is judged.
 */
export function findLinks(ground: Ground, pairs: Pairs, known: LinkKnowledge, settings: ContiguitySettings): Link[] {
  const { parts, blobOf, candidateOf } = ground;
  const { reading, widestMetres } = known;
  const touching = settings.snapMetres + 2 * ROUNDING_METRES;
  const links: Link[] = [];
  const join = (a: number, b: number) =>
    links.push({ a: Math.min(a, b), b: Math.max(a, b), needs: [], metres: null, isRuled: false });
  const gapsOfPieces = new Map<number, PieceGap>();

  const see = (gap: PieceGap) => {
    if (reading === 'loose' || gap.metres <= touching) {
      join(gap.a, gap.b);
      return;
    }
    const needs = needsOf(gap, known, settings, [candidateOf[gap.a] as number, candidateOf[gap.b] as number]);
    if (needs !== 'closed') links.push({ a: gap.a, b: gap.b, needs, metres: gap.metres, isRuled: false });
  };
  const meet = (i: number, j: number) => {
    const [a, b] = [blobOf[i] as number, blobOf[j] as number];
    if (widestMetres < touching && pairs.areStrictlyOne(i, j)) join(a, b);
    const metres = widestMetres > 0 ? pairs.metres(i, j) : Number.POSITIVE_INFINITY;
    if (metres > widestMetres) return;
    const [low, high] = a < b ? [i, j] : [j, i];
    const gap = gapBetween(Math.min(a, b), Math.max(a, b), parts[low] as Part, parts[high] as Part, metres);
    // A piece of the park is nearest with one of its parts; a part of a candidate is a blob of its own.
    const key = gap.a * candidateOf.length + gap.b;
    if (gap.a < ground.pieces) gapsOfPieces.set(key, narrower(gapsOfPieces.get(key), gap));
    else see(gap);
  };

  for (let i = 0; i < parts.length; i++) {
    for (const j of pairs.near(i)) if (j < i && blobOf[i] !== blobOf[j]) meet(i, j);
  }
  for (const gap of gapsOfPieces.values()) see(gap);
  return [...links, ...ruledLinks(ground, known, settings)];
}

/** Candidates whose parcels certainly stand in a gap, so that it wants them all; or that nothing helps. */
function needsOf(
  gap: PieceGap,
  { obstacles, redLine }: LinkKnowledge,
  { snapMetres }: ContiguitySettings,
  sides: readonly number[],
): number[] | 'closed' {
  const sight = lookAcross(...gap.nearest, gap.metres, snapMetres);
  if (!sight) return [];
  const isInside =
    redLine.some((part) => boxesMeet(part.box, sight.box)) && runsInsideOnePart(gapLine(gap), redLine, snapMetres);
  if (!obstacles) return isInside ? [] : 'closed';
  const needs = new Set<number>();
  for (const piece of snapMetres < LEAST_SNAP_METRES ? [] : obstacles.near(sight.box)) {
    const { obstacle } = piece;
    if ((isInside && !obstacle.isBarrier) || !standsInSight(piece, sight)) continue;
    if (!obstacle.isOwn(() => true)) return 'closed';
    if (obstacle.needs !== null && !sides.includes(obstacle.needs)) needs.add(obstacle.needs);
  }
  return [...needs];
}

/** Links of the plots that rulings are about: any gap between the pieces that they end in may be judged by these. */
function ruledLinks(
  { parts, blobOf }: Ground,
  { rulings, reading, roles, redLine, widestMetres }: LinkKnowledge,
  { snapMetres }: ContiguitySettings,
): Link[] {
  if (reading !== 'normal') return [];
  const closes = (kind: SurroundingKind) => {
    const role = roles[kind] ?? 'undetermined';
    return redLine.length > 0 ? role === 'barrier' : role !== 'bridgeable';
  };
  const within = widestMetres + snapMetres + ROUNDING_METRES;
  const partsWith = (plot: string) => [...parts.keys()].filter((part) => parts[part]?.plot === plot);
  return rulings.flatMap(({ plots: [p, q], holds }) => {
    if (holds.some(closes)) return [];
    return partsWith(p).flatMap((i) =>
      partsWith(q).flatMap((j): Link[] => {
        const [a, b] = [
          Math.min(blobOf[i] as number, blobOf[j] as number),
          Math.max(blobOf[i] as number, blobOf[j] as number),
        ];
        const metres = a === b ? Number.POSITIVE_INFINITY : metresApart(parts[i] as Part, parts[j] as Part, within);
        return metres > within ? [] : [{ a, b, needs: [], metres, isRuled: true }];
      }),
    );
  });
}
