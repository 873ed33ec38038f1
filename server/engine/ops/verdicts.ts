import type { ParkRow } from '../../../data/contract';
import { judgePark } from '../../parks/judge-park';
import type { ParkCase } from '../../parks/park-case';
import type { OpContext } from '../ops';
import type { Asked } from './judge';

/** The verdicts on one park without what they rest on. */
export type Verdicts = Pick<ParkRow, 'title' | 'contiguity' | 'tests'>;

/** Judges a park and tells the verdicts alone, for lists and maps. */
export function verdicts(parkCase: ParkCase, asked: Asked, { zones }: OpContext): Verdicts {
  const { verdict, contiguity, tests } = judgePark(parkCase, { ...asked, zones });
  return {
    title: verdict,
    contiguity: contiguity.verdict,
    tests: tests.map((test) => ({ id: test.id, verdict: test.verdict })),
  };
}
