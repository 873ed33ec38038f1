/** Times some work in several rounds: the quickest of them. */
export async function leastOf<T>(rounds: number, work: () => T | Promise<T>): Promise<Timed<T>> {
  let least = await once(work);
  for (let round = 1; round < rounds; round++) {
    const next = await once(work);
    if (next.ms < least.ms) least = next;
  }
  return least;
}

/** What some work took: milliseconds by the clock, milliseconds of processor over all threads of this process, its answer. */
export interface Timed<T> {
  readonly ms: number;
  readonly processorMs: number;
  readonly answer: T;
}

/** Times some work. */
export async function once<T>(work: () => T | Promise<T>): Promise<Timed<T>> {
  const before = process.cpuUsage();
  const began = performance.now();
  const answer = await work();
  const ms = performance.now() - began;
  const { user, system } = process.cpuUsage(before);
  return { ms, processorMs: (user + system) / 1000, answer };
}

/** The value that a share of all values does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}
