/** Milliseconds that some work took, the least of several rounds, and the answer of the last. */
export async function leastOf<T>(rounds: number, work: () => T | Promise<T>): Promise<{ ms: number; answer: T }> {
  let { ms, answer } = await once(work);
  for (let round = 1; round < rounds; round++) {
    const next = await once(work);
    ms = Math.min(ms, next.ms);
    answer = next.answer;
  }
  return { ms, answer };
}

/** Milliseconds that some work took, and its answer. */
export async function once<T>(work: () => T | Promise<T>): Promise<{ ms: number; answer: T }> {
  const began = performance.now();
  const answer = await work();
  return { ms: performance.now() - began, answer };
}

/** The value that a share of all values does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}
