/** Lengths in metres closer than this are the same: far finer than any survey, well above rounding of coordinates. */
export const ROUNDING_METRES = 1e-6;

/** A length as answers give it: without the digits that come from rounding. */
export function roundedMetres(metres: number): number {
  return Math.round(metres * 1e6) / 1e6;
}
