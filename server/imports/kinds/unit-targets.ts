import { unitTargetWords } from '../../../data/words/import-kinds/figures';
import { withdrawRows } from '../../db/imports/kinds/kept-rows';
import {
  holdTargets,
  removeMissingTargets,
  targetRows,
  writeTargets,
} from '../../db/imports/kinds/units/write-targets';
import type { KindOfImport } from './kind';
import { fieldsOf, likenessTo } from './reading/describe';
import { needed } from './reading/missing';
import { openRecord } from './reading/record-reader';
import { readMeasure, readTargets } from './units/read-target';

/** Yearly targets by unit, as annex 1 of the plan sets them. */
export const unitTargets: KindOfImport = {
  id: 'unit-targets',
  title: unitTargetWords.title,
  shapes: [],
  place: 'none',
  fields: fieldsOf(unitTargetWords),
  likeness: likenessTo(unitTargetWords, ['none', 'point']),
  read: (properties, mapping, note) => {
    const reader = openRecord(properties, mapping, note);
    const unit = needed(reader, unitTargetWords, 'unit');
    const named = needed(reader, unitTargetWords, 'measure');
    const targets = readTargets(reader, properties);
    const fault = [unit, named, targets].find((read) => !read.ok);
    const measure = named.ok ? readMeasure(named.value) : null;
    const years = targets.ok ? targets.value : [];
    return {
      key: fault ? null : [reader.text('unit'), years.map(({ year }) => year).join(','), measure].join('/'),
      fault: fault?.ok === false ? fault.fault : null,
      fields: { unit: reader.text('unit'), measure, years },
    };
  },
  holdBack: holdTargets,
  write: writeTargets,
  removeMissing: removeMissingTargets,
  withdraw: (tx, job) => withdrawRows(tx, job, targetRows),
  touches: ['zones'],
};
