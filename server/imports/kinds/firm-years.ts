import { firmYearWords } from '../../../data/words/import-kinds/firms';
import { holdFirmYears } from '../../db/imports/kinds/firm-years/hold-firm-years';
import {
  firmYearRows,
  removeMissingFirmYears,
  writeFirmYears,
} from '../../db/imports/kinds/firm-years/write-firm-years';
import { withdrawRows } from '../../db/imports/kinds/kept-rows';
import { readFigures } from './firms/read-figures';
import { readUscc } from './firms/read-uscc';
import type { KindOfImport } from './kind';
import { fieldsOf, likenessTo } from './reading/describe';
import { openRecord } from './reading/record-reader';

/** Yearly output and tax of firms that are known; what a figure is goes nowhere but to its table. */
export const firmYears: KindOfImport = {
  id: 'firm-years',
  title: firmYearWords.title,
  shapes: [],
  place: 'none',
  fields: fieldsOf(firmYearWords),
  likeness: likenessTo(firmYearWords, ['none', 'point']),
  read: (properties, mapping, note) => {
    const reader = openRecord(properties, mapping, note);
    const uscc = readUscc(reader);
    const figures = readFigures(reader, properties);
    const fault = [uscc, figures].find((read) => !read.ok);
    const years = figures.ok ? figures.value : [];
    return {
      key: uscc.ok ? `${uscc.value}/${years.map(({ year }) => year).join(',')}` : null,
      fault: fault?.ok === false ? fault.fault : null,
      fields: { uscc: uscc.ok ? uscc.value : null, years },
    };
  },
  holdBack: holdFirmYears,
  write: writeFirmYears,
  removeMissing: removeMissingFirmYears,
  withdraw: (tx, job) => withdrawRows(tx, job, firmYearRows),
  touches: ['firms'],
};
