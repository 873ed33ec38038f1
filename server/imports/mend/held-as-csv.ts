import type { HeldRecord } from '../../db/imports/list-quarantine';
import { writeCsv } from '../../formats/write-csv';
import type { Lang } from '../../lang';
import { sayHeld } from '../say-import';
import { columnsOf, headsOf, placeHeads } from './held-heads';

/** Records held back as CSV for the sender: why each is, and after that its columns as they came. */
export function heldAsCsv(rows: readonly HeldRecord[], lang: Lang): string {
  const columns = columnsOf(rows);
  const heads = [...Object.values(headsOf(lang)), ...placeHeads[lang]];
  return writeCsv([
    [...heads, ...columns],
    ...rows.map((row) => {
      const { record, number, code, message, remedy, at } = sayHeld(row, lang);
      return [
        record,
        number,
        code,
        message,
        remedy,
        at?.[0] ?? null,
        at?.[1] ?? null,
        ...columns.map((column) => wholeText(row.raw[column])),
      ];
    }),
  ]);
}

/** A value as it came, however long. */
function wholeText(value: unknown): string | number | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return value;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
