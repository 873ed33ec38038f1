/** Keeps every nth of a stream, n doubling whenever what is kept weighs more than it may. */
export function thinOut<T>(weightAtMost: number, weightOf: (item: T) => number = () => 1) {
  let kept: { item: T; at: number; weight: number }[] = [];
  let weight = 0;
  let step = 1;
  let seen = 0;
  return {
    add(item: T): void {
      const at = seen++;
      if (at % step !== 0) return;
      kept.push({ item, at, weight: weightOf(item) });
      weight += weightOf(item);
      while (weight > weightAtMost && kept.length > 1) {
        step *= 2;
        kept = kept.filter((each) => each.at % step === 0);
        weight = kept.reduce((sum, each) => sum + each.weight, 0);
      }
    },
    items: (): T[] => kept.map(({ item }) => item),
  };
}
