import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';
import plan from '../../data/plan/plan.json';
import { sayTerm } from '../../data/words/plan-terms';

const carriers = z
  .object({ features: z.array(z.object({ properties: z.object({ name: z.string() }) })) })
  .parse(JSON.parse(readFileSync(new URL('../../data/zones/carriers.geojson', import.meta.url), 'utf8')));
const terms = [
  ...plan.segments.flatMap(({ alias, weak, gaps, wanted, leaders }) => [alias, weak, gaps, wanted, leaders].flat()),
  ...plan.units.flatMap(({ leaders }) => leaders),
  ...plan.platforms.map(({ name }) => name),
  ...carriers.features.map(({ properties }) => properties.name),
];

it('has English for every term of the plan that is Chinese only', () => {
  expect(terms.length).toBeGreaterThan(60);
  expect(terms.filter((term) => /\p{Script=Han}/u.test(sayTerm(term, 'en')))).toEqual([]);
});

it('leaves Chinese readers the plan’s own words, and a word that is not the plan’s as it is', () => {
  expect(terms.every((term) => sayTerm(term, 'zh') === term)).toBe(true);
  expect(sayTerm('别的', 'en')).toBe('别的');
});
