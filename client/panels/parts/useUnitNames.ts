import { useMemo } from 'react';
import { listUnits } from '../../../data/contract/units';
import { useAnswer } from '../../answers';
import { useFormat } from '../../text/format';

/** Names units in the reader's language; an id that is not known yet stands for itself. */
export function useUnitNames(): (unit: string) => string {
  const format = useFormat();
  const units = useAnswer(listUnits, {}, { layers: ['zones'] }).data?.units;
  return useMemo(() => {
    const names = new Map(units?.map((unit) => [unit.id, format.name(unit.name)]));
    return (unit: string) => names.get(unit) ?? unit;
  }, [units, format]);
}
