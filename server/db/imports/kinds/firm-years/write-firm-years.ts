import type { WriteJob, Written } from '../../../../imports/kinds/kind';
import type { Tx } from '../../../pool';
import { ACCEPTED, BATCH, type Batch } from '../batch';
import { countWritten, type KeptTable, keepRows, removeMissingRows } from '../kept-rows';

/** Yearly figures of firms. */
export const firmYearRows: KeptTable = {
  target: 'firm_year',
  id: `t.firm || '/' || t.year`,
  columns: ['firm', 'year', 'output_cny', 'tax_cny', 'import', 'import_record'],
};

const stated = (records: string): string => `
  select s.record, f.id as firm, y.* from (${records}) s join firm f on f.uscc = s.fields ->> 'uscc',
    lateral jsonb_to_recordset(s.fields -> 'years') as y(year int, "outputCny" numeric, "taxCny" numeric)`;

const meant = (records: string): string => `(t.firm, t.year) in (select firm, year from (${stated(records)}) each)`;

/** Writes the figures of a batch; one that the file does not state stays as it was. */
export async function writeFirmYears(tx: Tx, job: WriteJob, batch: Batch): Promise<Written> {
  const bounds = [batch.first, batch.next];
  await keepRows(tx, job, firmYearRows, meant(BATCH), bounds);
  await tx.query({
    text: `insert into firm_year (firm, year, output_cny, tax_cny, import, import_record)
           select firm, year, "outputCny", "taxCny", $1, record from (${stated(BATCH)}) each
           on conflict (firm, year) do update
             set output_cny = coalesce(excluded.output_cny, firm_year.output_cny),
                 tax_cny = coalesce(excluded.tax_cny, firm_year.tax_cny),
                 import = excluded.import, import_record = excluded.import_record`,
    values: [job.import, ...bounds],
  });
  return countWritten(tx, job, firmYearRows, batch);
}

/** Removes the figures that the replaced import brought and this one lacks. */
export function removeMissingFirmYears(tx: Tx, job: WriteJob): Promise<number> {
  return removeMissingRows(tx, job, firmYearRows, { meant: meant(ACCEPTED) });
}
