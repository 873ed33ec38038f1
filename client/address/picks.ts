const ITEM = /^(-?[0-9a-z]{1,10})(?:\*([0-9a-z]{1,4}))?$/;
const MOST_PICKS = 5000;

/**
 * Writes parcel ids short enough for an address: base 36, each as the step from the one before, a run of equal steps
 * once with its length (`1*39s`). The order of picking is kept.
 */
export function writePicks(ids: readonly string[]): string {
  const runs: { step: number; length: number }[] = [];
  let last = 0;
  for (const id of ids) {
    const step = Number(id) - last;
    last = Number(id);
    const run = runs.at(-1);
    if (run?.step === step) run.length += 1;
    else runs.push({ step, length: 1 });
  }
  return runs.map(({ step, length }) => step.toString(36) + (length > 1 ? `*${length.toString(36)}` : '')).join('.');
}

/** Reads what `writePicks` wrote; what cannot be read is left out, and no more is taken than a park may have. */
export function readPicks(text: string): string[] {
  const ids = new Set<string>();
  let last = 0;
  for (const item of text.split('.')) {
    const [, step, length = '1'] = ITEM.exec(item) ?? [];
    if (step === undefined) continue;
    for (let left = Number.parseInt(length, 36); left > 0 && ids.size < MOST_PICKS; left--) {
      last += Number.parseInt(step, 36);
      if (last > 0 && Number.isSafeInteger(last)) ids.add(String(last));
    }
  }
  return [...ids];
}
