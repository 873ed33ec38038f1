import type { Args } from '../formats/raw-file';
import type { SampledRecord } from './prepare';

/** Faults of records by their numbers. */
export type Twins = ReadonlyMap<number, { code: string; args: Args }>;

const recordsNamed = 6;

/**
 * Records of a sample that share their number with another and will be held back for it: what `holdTwins` decides of all
 * records when they are written, foreseen for those that are shown.
 */
export function twinsOf(sampled: readonly SampledRecord[]): Twins {
  const groups = new Map<string, SampledRecord[]>();
  for (const each of sampled) {
    const { number, code } = each.staged;
    if (number === null || code !== null) continue;
    const group = groups.get(number);
    if (group) group.push(each);
    else groups.set(number, [each]);
  }
  const twins = new Map<number, { code: string; args: Args }>();
  for (const group of groups.values()) {
    const shapes = new Set(group.map(({ staged }) => JSON.stringify(staged.geometry ?? staged.fields)));
    const records = group.map(({ staged }) => staged.record);
    const more = records.length > recordsNamed ? ' …' : '';
    const told = { count: records.length, records: records.slice(0, recordsNamed).join(', ') + more };
    const [first = 0, ...others] = records;
    if (shapes.size > 1) for (const record of records) twins.set(record, { code: 'duplicate-number', args: told });
    else for (const record of others) twins.set(record, { code: 'duplicate-record', args: { first } });
  }
  return twins;
}
