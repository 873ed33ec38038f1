export type Rgb = readonly [number, number, number];

/** Eight hues that stay apart for colour-blind eyes (after Paul Tol, "Colour schemes", 2021), largest piece first. */
const PIECE_HUES: readonly Rgb[] = [
  [0, 119, 136],
  [204, 102, 0],
  [68, 85, 170],
  [170, 51, 119],
  [34, 136, 51],
  [153, 119, 34],
  [51, 136, 204],
  [119, 51, 34],
];

/** Pieces after the eighth share one grey; their letters tell them apart. */
export const SMALL_PIECE: Rgb = [110, 116, 118];
/** Dimension lines of gaps. */
export const RED: Rgb = [190, 38, 28];

/** The hue of the piece at `index` in order of size. */
export const pieceHue = (index: number): Rgb => PIECE_HUES[index] ?? SMALL_PIECE;

/** A hue as CSS. */
export const cssOf = ([r, g, b]: Rgb): string => `rgb(${r} ${g} ${b})`;
