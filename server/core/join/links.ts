import type { ReadingName } from '../../../data/contract/vocabulary';
import { eachPairWithin, type Fabric, indexOf, type Part } from '../fabric/fabric';
import { findGaps } from '../pieces/gaps';
import { type GapKnowledge, judgeGap } from '../pieces/judge-gap';
import type { ContiguitySettings } from '../pieces/settings';
import { strictPieces } from '../pieces/strict-pieces';

/** Widths closer to a tolerance than this differ by rounding only. */
const ROUNDING_METRES = 1e-6;

/**
 * Which blobs (strict pieces of the park, parts of candidates) could join directly under a reading: strictly, or across
 * a gap between the two of them. Under the normal reading this is what at most joins: pieces that grow can only fill
 * a gap with more, so that a set which hangs together under `contiguity` hangs together here as well.
 */
export function linkBlobs(
  fabric: Fabric,
  blobOf: Int32Array,
  reading: ReadingName,
  knowledge: GapKnowledge,
  settings: ContiguitySettings,
): number[][] {
  const { parts } = fabric;
  const count = blobOf.reduce((most, blob) => Math.max(most, blob + 1), 0);
  const links = Array.from({ length: count }, () => new Set<number>());
  const link = (a: number, b: number) => {
    links[a]?.add(b);
    links[b]?.add(a);
  };
  const isLinked = (a: number, b: number) => links[a]?.has(b) ?? false;

  eachPairWithin(parts, fabric.index, settings.snapMetres, (i, j) => {
    const [a, b] = [blobOf[i] ?? 0, blobOf[j] ?? 0];
    if (a !== b && !isLinked(a, b) && joinsStrictly(parts[i], parts[j], settings)) link(a, b);
  });
  if (reading !== 'strict') {
    const widest = reading === 'loose' ? settings.looseGapMetres : settings.maxGapMetres;
    const byBlob = partsByBlob(parts, blobOf, count);
    for (const gap of findGaps(fabric, blobOf, widest + ROUNDING_METRES, isLinked)) {
      const isOpen =
        reading === 'loose' || judgeGap(gap, byBlob[gap.a] ?? [], byBlob[gap.b] ?? [], knowledge).bridgeable === true;
      if (isOpen) link(gap.a, gap.b);
    }
  }
  return links.map((set) => [...set].sort((a, b) => a - b));
}

function joinsStrictly(a: Part | undefined, b: Part | undefined, settings: ContiguitySettings): boolean {
  if (!a || !b) return false;
  const parts = [a, b];
  return strictPieces({ parts, index: indexOf(parts) }, settings).pieces.length === 1;
}

function partsByBlob(parts: readonly Part[], blobOf: Int32Array, count: number): Part[][] {
  const byBlob = Array.from({ length: count }, (): Part[] => []);
  for (const [place, part] of parts.entries()) byBlob[blobOf[place] ?? 0]?.push(part);
  return byBlob;
}
