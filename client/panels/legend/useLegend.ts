import { useEffect, useState } from 'react';
import { type LegendLayer, readLegend } from '../../../data/contract/state';
import { useAnswer } from '../../answers';
import { useSeenView } from '../../map/hand';
import { useAddress } from '../../url';

const restMs = 250;
/** About a metre: a smaller movement asks nothing new. */
const degreeDigits = 5;

/** Holds a value back until it has rested. */
function useRested<T>(value: T, ms: number): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return rested;
}

export interface ClassCount {
  class: string;
  count: number;
  areaMu: number;
}

/** Count and mu per class of what is in view, by legend layer; the previous answer stays until the next is here. */
export function useLegend() {
  const [{ layersOff, parcelScheme }] = useAddress();
  const seen = useSeenView();
  const layers: LegendLayer[] = [
    ...(layersOff.includes('parks') ? [] : (['parks'] as const)),
    ...(layersOff.includes('parcels') ? [] : ([`parcels-${parcelScheme}`] as const)),
    ...(layersOff.includes('leftover') ? [] : (['leftover'] as const)),
  ];
  const bbox = useRested(seen ? seen.bbox.map((degree) => degree.toFixed(degreeDigits)).join(',') : null, restMs);
  const answer = useAnswer(
    readLegend,
    { query: { bbox: bbox ?? '', layers: layers.join(',') } },
    { layers: ['parcels', 'parks', 'leftover'], enabled: bbox !== null && layers.length > 0, keep: true },
  );
  const classesOf = (layer: LegendLayer): ClassCount[] | null =>
    answer.data?.layers.find((candidate) => candidate.layer === layer)?.classes ?? null;
  return { classesOf, failed: answer.isError };
}
