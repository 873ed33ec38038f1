import { useMemo } from 'react';
import { type ContiguityAnswer, type ParcelRow, pickParcels } from '../../../data/contract';
import { useAnswer } from '../../answers';
import { parcelsIn } from './problems';

/** The parcels of others that lie in gaps not bridged, by id, for their numbers, areas and parks. */
export function useHeldPlots({ gaps }: Pick<ContiguityAnswer, 'gaps'>): ReadonlyMap<string, ParcelRow> {
  const ids = useMemo(
    () => [...new Set(gaps.filter(({ bridged }) => bridged !== true).flatMap(parcelsIn))].sort(),
    [gaps],
  );
  const answer = useAnswer(pickParcels, { body: { ids } }, { layers: ['parcels', 'parks'], enabled: ids.length > 0 });
  return useMemo(() => new Map(answer.data?.parcels.map((parcel) => [parcel.id, parcel])), [answer.data]);
}
