/** About 30 m: labels nearer than this would lie on each other at the zoom at which a park fills the screen. */
const NEAR_DEGREES = 0.0003;

/** How many steps each label rises so that labels of neighbouring places stand above each other, in order. */
export function stackLabels(places: readonly (readonly [number, number])[]): number[] {
  return places.map(
    ([x, y], index) => places.slice(0, index).filter(([px, py]) => Math.hypot(px - x, py - y) < NEAR_DEGREES).length,
  );
}
