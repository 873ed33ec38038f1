import { useMemo } from 'react';
import { useUnits } from '../../map/useCity';
import { useFormat } from '../../text/format';

/** Names units in the reader's language; an id that is not known yet stands for itself. */
export function useUnitNames(): (unit: string) => string {
  const format = useFormat();
  const units = useUnits().data?.units;
  return useMemo(() => {
    const names = new Map(units?.map((unit) => [unit.id, format.name(unit.name)]));
    return (unit: string) => names.get(unit) ?? unit;
  }, [units, format]);
}
