import type { ParkRow } from '../../../data/contract';
import { readContiguity } from '../../core/contiguity';
import { titleVerdicts } from '../../core/title';
import type { ParkCase } from '../../parks/park-case';
import type { Asked } from './judge';

/** The verdicts on one park without what they rest on. */
export type Verdicts = Pick<ParkRow, 'title' | 'contiguity' | 'tests'>;

/** Tells the verdicts on a park alone, for lists and maps: what only explains them is not worked out. */
export function verdicts(parkCase: ParkCase, { ruleset, asOf, outputYear, overrides }: Asked): Verdicts {
  const { members, between, redLine, rulings, firms } = parkCase;
  const ground = { plots: members, between: between ?? undefined, redLine: redLine ?? undefined, rulings };
  const contiguity = readContiguity(ground, ruleset, overrides).verdict;
  const { verdict, tests } = titleVerdicts({ park: members, firms, asOf, outputYear }, contiguity, ruleset);
  return { title: verdict, contiguity, tests };
}
