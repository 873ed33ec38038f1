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
import { readTargets } from './units/read-target';
import { hasMeasureColumns, readTargetsByMeasure } from './units/read-targets-by-measure';

const likeness = likenessTo(unitTargetWords, ['none', 'point']);
const likenessOfWide = 0.5;

/** Yearly targets by unit, as annex 1 of the plan sets them: a row for each measure, or a column for each. */
export const unitTargets: KindOfImport = {
  id: 'unit-targets',
  title: unitTargetWords.title,
  shapes: [],
  place: 'none',
  fields: fieldsOf(unitTargetWords),
  likeness: (layer) => Math.max(likeness(layer), hasMeasureColumns(layer) ? likenessOfWide : 0),
  read: (properties, mapping, note) => {
    const reader = openRecord(properties, mapping, note);
    const unit = needed(reader, unitTargetWords, 'unit');
    const isWide = ['measure', 'target', 'actual'].every((field) => reader.column(field) === null);
    const targets = isWide ? readTargetsByMeasure(reader, properties) : readTargets(reader, properties);
    const fault = [unit, targets].find((read) => !read.ok);
    const years = targets.ok ? targets.value : [];
    const stated = years.map(({ year, measure }) => `${year} ${measure}`);
    return {
      key: fault ? null : [reader.text('unit'), ...stated].join('/'),
      fault: fault?.ok === false ? fault.fault : null,
      fields: { unit: reader.text('unit'), years },
    };
  },
  holdBack: holdTargets,
  write: writeTargets,
  removeMissing: removeMissingTargets,
  withdraw: (tx, job) => withdrawRows(tx, job, targetRows),
  touches: ['zones'],
};
