import { pieceHues } from '../../map/palette';

export type Rgb = readonly [number, number, number];

/** The hue of the piece at `index` in order of size; pieces after the eighth share the last, a grey. */
export const pieceHue = (index: number): string => pieceHues[index] ?? pieceHues[pieceHues.length - 1] ?? '#7a7f83';

/** A `#rrggbb` colour as the numbers that deck.gl takes. */
export const rgbOf = (hex: string): Rgb => [
  Number.parseInt(hex.slice(1, 3), 16),
  Number.parseInt(hex.slice(3, 5), 16),
  Number.parseInt(hex.slice(5, 7), 16),
];
