import type Flatbush from 'flatbush';
import type { CityCrs } from '../fabric/city-crs';
import { indexOf, type Part, type PlotInput, partsOf } from '../fabric/fabric';
import type { ContiguitySettings } from '../pieces/settings';
import { strictPieces } from '../pieces/strict-pieces';

/**
 * A park and its candidates on the plane. Parts are numbered through, the park's first. A blob is what is one already
 * whatever is chosen: a strict piece of the park, or one part of a candidate; those of the park come first.
 */
export interface Ground {
  readonly parts: readonly Part[];
  readonly index: Flatbush | null;
  /** How many parts, and how many blobs, are the park's. */
  readonly parkParts: number;
  readonly pieces: number;
  readonly blobOf: Int32Array;
  /** By blob: its parts, and the candidate it belongs to (-1 = the park). */
  readonly partsOfBlob: readonly (readonly number[])[];
  readonly candidateOf: Int32Array;
  readonly blobsOfCandidate: readonly (readonly number[])[];
}

/** Lays a park and its candidates out. */
export function layGround(
  park: readonly PlotInput[],
  plots: readonly PlotInput[],
  crs: CityCrs,
  settings: ContiguitySettings,
): Ground {
  const parkParts = park.flatMap((plot) => partsOf(plot, crs));
  const { pieces } = strictPieces({ parts: parkParts, index: indexOf(parkParts) }, settings);
  const parts = [...parkParts];
  const partsOfBlob = pieces.map((members) => [...members]);
  const candidateOf = pieces.map(() => -1);
  const blobsOfCandidate = plots.map((plot, candidate) =>
    partsOf(plot, crs).map((part) => {
      candidateOf.push(candidate);
      return partsOfBlob.push([parts.push(part) - 1]) - 1;
    }),
  );
  const blobOf = new Int32Array(parts.length);
  for (const [blob, members] of partsOfBlob.entries()) for (const part of members) blobOf[part] = blob;
  return {
    parts,
    index: indexOf(parts),
    parkParts: parkParts.length,
    pieces: pieces.length,
    blobOf,
    partsOfBlob,
    candidateOf: Int32Array.from(candidateOf),
    blobsOfCandidate,
  };
}

/** The plots that a blob is of. */
export function plotsOfBlob({ parts, partsOfBlob }: Ground, blob: number): string[] {
  return [...new Set(partsOfBlob[blob]?.map((part) => (parts[part] as Part).plot))];
}
