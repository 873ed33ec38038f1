import type { ReadingName } from '../../../data/contract/vocabulary';
import type { Part } from '../fabric/fabric';
import { Groups } from '../fabric/groups';
import { ROUNDING_METRES } from '../fabric/rounding';
import { gapBetween, narrower, type PieceGap } from '../pieces/gaps';
import type { Bridging, JudgedGap } from './bridging';
import type { Ground } from './ground';
import type { Pairs } from './pairs';

/** How the park stands once some candidates are taken in: what is strictly one, and what is one under the reading. */
export interface Standing {
  /** The blobs that are there. */
  readonly blobs: readonly number[];
  readonly strict: Groups;
  readonly pieces: Groups;
  /** How many pieces there are under the reading. */
  readonly count: number;
  readonly isThere: (candidate: number) => boolean;
}

/** Reads how the park stands with candidates taken in: what `contiguity` would say, without measuring anything twice. */
export interface Judge {
  read(chosen: Iterable<number>): Standing;
  /** The same under the strict reading alone. */
  stand(chosen: Iterable<number>): Standing;
  /** The gaps between the strict pieces of a standing that the reading allows by their width, narrowest first. */
  gaps(standing: Standing): PieceGap[];
  /** A gap with all that its judging needs; its a and b are blobs of the two pieces. */
  judged(standing: Standing, gap: PieceGap): JudgedGap;
}

/** How wide a gap a reading may bridge, in metres; none under the strict one. */
export function widestGap(reading: ReadingName, settings: { maxGapMetres: number; looseGapMetres: number }): number {
  if (reading === 'strict') return Number.NEGATIVE_INFINITY;
  return (reading === 'loose' ? settings.looseGapMetres : settings.maxGapMetres) + ROUNDING_METRES;
}

/** Opens the judge of a park and its candidates; `bridging` null = every gap that is narrow enough is bridged. */
export function openJudge(ground: Ground, pairs: Pairs, widestMetres: number, bridging: Bridging | null): Judge {
  const { parts, pieces: parkPieces, blobOf, partsOfBlob, candidateOf, blobsOfCandidate } = ground;
  const blobCount = candidateOf.length;
  const there = new Uint8Array(blobCount);
  const withinPark = closeParkPairs(ground, pairs, widestMetres);

  /** Calls back for every two parts of different blobs that are there and near, unless both are the park's. */
  const eachNewPair = (blobs: readonly number[], visit: (i: number, j: number) => void) => {
    for (const blob of blobs) there[blob] = 1;
    for (const blob of blobs) {
      if (blob < parkPieces) continue;
      for (const i of partsOfBlob[blob] as number[]) {
        for (const j of pairs.near(i)) {
          const other = blobOf[j] as number;
          if (other < blob && there[other] === 1) visit(i, j);
        }
      }
    }
    for (const blob of blobs) there[blob] = 0;
  };

  const gaps = ({ blobs, strict }: Standing): PieceGap[] => {
    const found = new Map<number, PieceGap>();
    const measure = (i: number, j: number) => {
      const [p, q] = [strict.find(blobOf[i] as number), strict.find(blobOf[j] as number)];
      if (p === q) return;
      const metres = pairs.metres(i, j);
      if (metres > widestMetres) return;
      const [a, b, near, far] = p < q ? [p, q, i, j] : [q, p, j, i];
      const key = a * blobCount + b;
      found.set(key, narrower(found.get(key), gapBetween(a, b, parts[near] as Part, parts[far] as Part, metres)));
    };
    for (const [i, j] of withinPark) measure(i, j);
    eachNewPair(blobs, measure);
    return [...found.values()].sort((p, q) => p.metres - q.metres || p.a - q.a || p.b - q.b);
  };

  const judged = ({ blobs, strict }: Standing, gap: PieceGap): JudgedGap => {
    const [a, b] = [gap.a, gap.b].map((piece) => blobs.filter((blob) => strict.find(blob) === strict.find(piece)));
    const partsOf = (piece: readonly number[] = []) =>
      piece.flatMap((blob) => (partsOfBlob[blob] as number[]).map((part) => parts[part] as Part));
    return { gap, parts: [partsOf(a), partsOf(b)], name: `${a} ${b}` };
  };

  const stand = (chosen: Iterable<number>): Standing => {
    const taken = new Set(chosen);
    const blobs = [...Array(parkPieces).keys(), ...[...taken].flatMap((one) => blobsOfCandidate[one] ?? [])];
    blobs.sort((a, b) => a - b);
    const strict = new Groups(blobCount);
    eachNewPair(blobs, (i, j) => {
      const [a, b] = [blobOf[i] as number, blobOf[j] as number];
      if (!strict.same(a, b) && pairs.areStrictlyOne(i, j)) strict.join(a, b);
    });
    return { blobs, strict, pieces: strict, count: countOf(blobs, strict), isThere: (one) => taken.has(one) };
  };

  return {
    stand,
    gaps,
    judged,
    read: (chosen) => {
      const standing = stand(chosen);
      if (!(widestMetres > 0)) return standing;
      const pieces = new Groups(blobCount);
      for (const blob of standing.blobs) pieces.join(blob, standing.strict.find(blob));
      for (const gap of gaps(standing)) {
        if (pieces.same(gap.a, gap.b)) continue;
        if (!bridging || bridging.isBridged(judged(standing, gap), standing.isThere)) pieces.join(gap.a, gap.b);
      }
      return { ...standing, pieces, count: countOf(standing.blobs, pieces) };
    },
  };
}

function countOf(blobs: readonly number[], groups: Groups): number {
  return blobs.filter((blob) => groups.find(blob) === blob).length;
}

/** Parts of different strict pieces of the park that the reading could bridge between. */
function closeParkPairs({ parkParts, blobOf }: Ground, pairs: Pairs, widestMetres: number): [number, number][] {
  const found: [number, number][] = [];
  for (let i = 0; i < parkParts && widestMetres > 0; i++) {
    for (const j of pairs.near(i))
      if (j > i && j < parkParts && blobOf[i] !== blobOf[j] && pairs.metres(i, j) <= widestMetres) found.push([i, j]);
  }
  return found;
}
