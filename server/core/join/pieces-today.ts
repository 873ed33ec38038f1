import { plotsOfBlob } from './ground';
import type { Yard } from './yard';

/** The pieces of a park as it is, and which of them a candidate brings together. */
export interface PiecesToday {
  /** Of each piece its plots. */
  readonly pieces: readonly (readonly string[])[];
  /** Which of these pieces (by place) meet at a candidate: come together with it and with nothing else taken in. */
  piecesAt(candidate: string): number[];
}

/** Reads the pieces of a park as it is; `placesOf` knows candidates by id. */
export function piecesToday(
  { ground, judge }: Yard,
  placesOf: (ids: readonly string[]) => readonly number[],
): PiecesToday {
  const { blobs, pieces } = judge.read([]);
  const byPiece = new Map<number, number[]>();
  for (const blob of blobs) byPiece.set(pieces.find(blob), [...(byPiece.get(pieces.find(blob)) ?? []), blob]);
  const blobsOfPieces = [...byPiece.values()];
  return {
    pieces: blobsOfPieces.map((own) => [...new Set(own.flatMap((blob) => plotsOfBlob(ground, blob)))]),
    piecesAt: (candidate) => {
      const places = placesOf([candidate]);
      const standing = judge.read(places);
      const added = places.flatMap((place) => ground.blobsOfCandidate[place] ?? []);
      return blobsOfPieces.flatMap((own, piece) =>
        own.some((blob) => added.some((other) => standing.pieces.same(blob, other))) ? [piece] : [],
      );
    },
  };
}
