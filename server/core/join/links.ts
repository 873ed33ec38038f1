import type { ReadingName, SurroundingKind } from '../../../data/contract/vocabulary';
import { metresApart } from '../fabric/distance';
import type { Part } from '../fabric/fabric';
import { ROUNDING_METRES } from '../fabric/rounding';
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
  const { parts, pieces, blobOf, candidateOf } = ground;
  const { reading, widestMetres } = known;
  const touching = settings.snapMetres + 2 * ROUNDING_METRES;
  const links: Link[] = [];
  const join = (a: number, b: number) =>
    links.push({ a: Math.min(a, b), b: Math.max(a, b), needs: [], metres: null, isRuled: false });
  const gapsOfPieces = new Map<number, PieceGap>();

  const see = (a: number, b: number, p: Part, q: Part, metres: number) => {
    if (reading === 'loose' || metres <= touching) {
      join(a, b);
      return;
    }
    const needs = needsOf(p, q, metres, known, settings, candidateOf[a] as number, candidateOf[b] as number);
    if (needs) links.push({ a, b, needs, metres, isRuled: false });
  };
  const meet = (i: number, j: number) => {
    const a = blobOf[i] as number;
    const b = blobOf[j] as number;
    if (widestMetres < touching && pairs.areStrictlyOne(i, j)) join(a, b);
    if (!(widestMetres > 0)) return;
    const metres = pairs.metres(i, j);
    if (metres > widestMetres) return;
    const low = Math.min(a, b);
    const high = Math.max(a, b);
    const p = parts[a < b ? i : j] as Part;
    const q = parts[a < b ? j : i] as Part;
    if (low >= pieces) {
      see(low, high, p, q, metres);
      return;
    }
    // A piece of the park is nearest with one of its parts; a part of a candidate is a blob of its own.
    const key = low * candidateOf.length + high;
    gapsOfPieces.set(key, narrower(gapsOfPieces.get(key), gapBetween(low, high, p, q, metres)));
  };

  for (let i = 0; i < parts.length; i++) {
    for (const j of pairs.near(i)) if (j < i && blobOf[i] !== blobOf[j]) meet(i, j);
  }
  for (const { a, b, nearest, metres } of gapsOfPieces.values()) see(a, b, ...nearest, metres);
  return [...links, ...ruledLinks(ground, known, settings)];
}

/** Candidates whose parcels certainly stand between two parts, so that the gap wants them all; null if nothing helps. */
function needsOf(
  p: Part,
  q: Part,
  metres: number,
  { obstacles, redLine }: LinkKnowledge,
  { snapMetres }: ContiguitySettings,
  ...sides: readonly number[]
): readonly number[] | null {
  if (!obstacles && redLine.length === 0) return null;
  const sight = lookAcross(p, q, metres, snapMetres);
  if (!sight) return nobody;
  const isInside =
    redLine.length > 0 && runsInsideOnePart(gapLine(gapBetween(0, 1, p, q, metres)), redLine, snapMetres);
  if (!obstacles) return isInside ? nobody : null;
  if (snapMetres < LEAST_SNAP_METRES) return nobody;
  const needs: number[] = [];
  const isClosed = obstacles.some(sight.box, (piece) => {
    const { obstacle } = piece;
    if ((isInside && !obstacle.isBarrier) || !standsInSight(piece, sight)) return false;
    if (!obstacle.canBeOwn) return true;
    const { needs: one } = obstacle;
    if (one !== null && !sides.includes(one) && !needs.includes(one)) needs.push(one);
    return false;
  });
  return isClosed ? null : needs.length > 0 ? needs : nobody;
}

const nobody: readonly number[] = [];

/** Links of the plots that rulings are about: each gap between the pieces that they end in may be judged by these. */
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
