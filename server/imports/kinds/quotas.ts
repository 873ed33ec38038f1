import { quotaWords } from '../../../data/words/import-kinds/figures';
import { withdrawRows } from '../../db/imports/kinds/kept-rows';
import { holdQuotas, quotaRows, removeMissingQuotas, writeQuotas } from '../../db/imports/kinds/units/write-quotas';
import type { KindOfImport } from './kind';
import { fieldsOf, likenessTo } from './reading/describe';
import { needed } from './reading/missing';
import { readYear } from './reading/read-year';
import { openRecord } from './reading/record-reader';
import { readQuotas } from './units/read-quotas';

/** Quotas of land, energy, carbon and emissions by unit and year. */
export const quotas: KindOfImport = {
  id: 'quotas',
  title: quotaWords.title,
  shapes: [],
  place: 'none',
  fields: fieldsOf(quotaWords),
  likeness: likenessTo(quotaWords, ['none', 'point']),
  read: (properties, mapping, note) => {
    const reader = openRecord(properties, mapping, note);
    const unit = needed(reader, quotaWords, 'unit');
    const said = needed(reader, quotaWords, 'year');
    const year = said.ok ? readYear(said.value) : said;
    const read = readQuotas(reader);
    const fault = [unit, year, read].find((each) => !each.ok);
    const amounts = read.ok ? read.value : [];
    return {
      key: fault ? null : `${reader.text('unit')}/${said.ok && said.value}/${amounts.map(({ resource }) => resource)}`,
      fault: fault?.ok === false ? fault.fault : null,
      fields: { unit: unit.ok ? unit.value : null, year: year.ok ? year.value : null, quotas: amounts },
    };
  },
  holdBack: holdQuotas,
  write: writeQuotas,
  removeMissing: removeMissingQuotas,
  withdraw: (tx, job) => withdrawRows(tx, job, quotaRows),
  touches: ['zones'],
};
