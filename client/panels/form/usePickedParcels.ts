import { useMemo } from 'react';
import { pickParcels, previewPark } from '../../../data/contract';
import { useAnswer } from '../../answers';
import { useSettled } from '../../search/useSettled';

const REST_MS = 250;

/** The picked parcels with their geometry and the live verdict over them, asked once the picks rest. */
export function usePickedParcels(picks: readonly string[]) {
  const line = picks.join();
  const settled = useSettled(line, REST_MS);
  const ids = useMemo(() => settled.split(',').filter(Boolean), [settled]);
  const enabled = ids.length > 0;
  const parcels = useAnswer(pickParcels, { body: { ids } }, { layers: ['parcels'], enabled, keep: true });
  const verdict = useAnswer(
    previewPark,
    { body: { parcels: ids } },
    { layers: ['parcels', 'parks', 'corridors'], enabled, keep: true },
  );
  return { parcels, verdict, rests: settled === line && !verdict.isPlaceholderData && !parcels.isPlaceholderData };
}
