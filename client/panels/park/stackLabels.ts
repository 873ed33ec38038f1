type Place = readonly [number, number];

export interface LabelPlace {
  readonly at: Place;
  /** How many labels stand below this one at the same place. */
  readonly height: number;
}

/** About 30 m: labels nearer than this would lie on each other at the zoom at which a park fills the screen. */
const NEAR_DEGREES = 0.0003;

/** Gathers labels of neighbouring places at the first of them, one above the other in order. */
export function stackLabels(places: readonly Place[]): LabelPlace[] {
  const stacks: { at: Place; count: number }[] = [];
  return places.map((at) => {
    const near = stacks.find((stack) => Math.hypot(stack.at[0] - at[0], stack.at[1] - at[1]) < NEAR_DEGREES);
    const stack = near ?? { at, count: 0 };
    if (!near) stacks.push(stack);
    stack.count += 1;
    return { at: stack.at, height: stack.count - 1 };
  });
}
