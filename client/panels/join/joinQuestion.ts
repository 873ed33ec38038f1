import type { Call, joinParkPlots } from '../../../data/contract';
import type { Address } from '../../url';

/** Whose plots are sought: a saved park, or parcels that are only picked. */
export type JoinOf = { readonly park: string } | { readonly parcels: readonly string[] };
export type JoinQuestion = Call<typeof joinParkPlots>['body'];
type Asked = Pick<Address, 'reading' | 'weigh' | 'among' | 'refused' | 'gapMetres'>;

/** The question that the address puts about a park; refusals in one order, so that the same question is asked once. */
export function joinQuestion(of: JoinOf, { reading, weigh, among, refused, gapMetres }: Asked): JoinQuestion {
  return {
    of: 'park' in of ? { park: of.park } : { parcels: [...of.parcels] },
    reading,
    weigh,
    among,
    refused: inOrder(refused),
    ...(gapMetres === null ? {} : { maxGapMetres: gapMetres }),
  };
}

/** The same question with one plot more refused. */
export const questionWithout = (question: JoinQuestion, plot: string): JoinQuestion => ({
  ...question,
  refused: inOrder([...(question.refused ?? []), plot]),
});

const inOrder = (ids: readonly string[]): string[] => [...new Set(ids)].sort((a, b) => Number(a) - Number(b));
