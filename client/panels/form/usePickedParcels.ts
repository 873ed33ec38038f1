import { useMemo } from 'react';
import { pickParcels, previewPark } from '../../../data/contract';
import { useAnswer } from '../../answers';
import { useSettled } from '../../search/useSettled';

const REST_MS = 250;

/** The picked parcels with their geometry and the live verdict over those that are still there, once the picks rest. */
export function usePickedParcels(picks: readonly string[]) {
  const line = picks.join();
  const settled = useSettled(line, REST_MS);
  const ids = useMemo(() => settled.split(',').filter(Boolean), [settled]);
  const enabled = ids.length > 0;
  const parcels = useAnswer(pickParcels, { body: { ids } }, { layers: ['parcels'], enabled, keep: true });
  const known = parcels.isPlaceholderData ? undefined : parcels.data;
  const living = useMemo(() => {
    const gone = new Set(known?.unknown);
    return known ? ids.filter((id) => !gone.has(id)) : [];
  }, [ids, known]);
  const verdict = useAnswer(
    previewPark,
    { body: { parcels: living } },
    { layers: ['parcels', 'parks', 'corridors'], enabled: living.length > 0, keep: true },
  );
  const listed = settled === line && known !== undefined;
  return {
    parcels,
    /** The picks that are still there, as they were when the hand last rested. */
    living,
    verdict,
    /** Every pick has been looked up: areas and what is gone are those of the picks as they stand. */
    listed,
    rests: listed && !verdict.isPlaceholderData,
  };
}
