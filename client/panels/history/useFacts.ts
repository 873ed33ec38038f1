import type { EventRow } from '../../../data/contract';
import { useFormat } from '../../text/format';
import { historyText } from '../../text/history';
import { useText } from '../../text/i18n';

const NAMED = [
  'parcels',
  'parcelsBefore',
  'nameBefore',
  'theme',
  'received',
  'accepted',
  'quarantined',
  'removed',
  'plot',
  'gap',
  'parks',
  'rules',
] as const;

/** Writes the plain facts of a change in one line; facts that have no word are left to the record. */
export function useFacts(): (facts: EventRow['facts']) => string {
  const t = useText(historyText);
  const format = useFormat();
  return (facts) => {
    const written: string[] = [];
    for (const name of NAMED) {
      const fact = facts[name];
      if (fact === null || fact === undefined || fact === '') continue;
      written.push(t(name, { n: typeof fact === 'number' ? format.number(fact) : String(fact) }));
    }
    const { areaSquareMetres } = facts;
    if (typeof areaSquareMetres === 'number') written.push(format.areaOfSquareMetres(areaSquareMetres));
    return written.join(' · ');
  };
}
