import { expect, test } from 'vitest';
import { type Outcome, tryMutant } from '../fuzz/try-mutant';

const mutants = 150;
const seed = 4;

/** Ten thousand are thrown by `npm run fuzz`; GDAL's share is left to it, since each of those takes half a second. */
test('mutants of the corpus are refused, or every record of them is accounted for', async () => {
  const outcomes: Outcome[] = [];
  for (let number = 0; number < mutants; number++) outcomes.push(await tryMutant(seed, number, 0));
  const wrong = outcomes.filter(({ kind }) => ['crash', 'slow', 'unaccounted'].includes(kind));
  expect(wrong).toEqual([]);
  expect(outcomes.filter(({ kind }) => kind === 'refused').length).toBeGreaterThan(0);
  expect(outcomes.filter(({ kind }) => kind === 'read').length).toBeGreaterThan(0);
});
