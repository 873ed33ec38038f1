const flightMs = 180;
const sidePixels = 48;
const narrowSidePixels = 16;

/** How long the map may move on its own: under 200 ms, not at all where the reader wants stillness. */
export const flightDurationMs = (): number =>
  window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : flightMs;

/** Room around what is fitted into the window; a sheet from below covers `insetPixels`. */
export function paddingOf(insetPixels: number) {
  const side = insetPixels > 0 ? narrowSidePixels : sidePixels;
  return { top: sidePixels, left: side, right: side, bottom: side + insetPixels };
}
