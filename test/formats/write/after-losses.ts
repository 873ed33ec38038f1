import iconv from 'iconv-lite';
import type { ExportEncoding } from '../../../data/contract';
import type { ExportLoss } from '../../../data/words/exports';
import { fields, plots } from './written';

type Row = Record<string, unknown>;
const onText = (change: (text: string) => string) => (row: Row) =>
  Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, typeof cell === 'string' ? change(cell) : cell]));
const only = (names: readonly string[]) => (row: Row) => Object.fromEntries(names.map((name) => [name, row[name]]));

/** What each loss does to a row. One that is not here touches the ground or the notes, never a cell. */
const losses: Partial<Record<ExportLoss, (row: Row, encoding: ExportEncoding) => Row>> = {
  'few-columns': only(['地块编号', '地块名称', '用途', '地类编码']),
  'number-and-class': only(['地块编号', '用途']),
  'types-text': (row) =>
    Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, cell === null ? null : String(cell)])),
  'empty-is-blank': (row) => Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, cell ?? ''])),
  'formula-apostrophe': onText((text) => (/^[=+\-@]/.test(text) ? `'${text}` : text)),
  'parting-signs': onText((text) => text.replace(/[,，]/g, '、').replaceAll('@', '(at)').replaceAll('=', ' ')),
  'label-signs': (row) => ({ ...row, 地块编号: String(row.地块编号).replace(/["\\{}]/g, ' ') }),
  'signs-of-gbk': (row, encoding) => (encoding === 'GBK' ? onText((text) => text.replace('𠮷', '?'))(row) : row),
  'text-cut': (row, encoding) => onText((text) => cut(text, encoding))(row),
  'names-short': (row) => Object.fromEntries(fields.map(({ title, short }) => [short, row[title]])),
};

/** The rows of the test after the losses of a format. Dates are text in JSON anyway, so that this loss shows nowhere. */
export function afterLosses(of: readonly ExportLoss[], encoding: ExportEncoding): Row[] {
  return plots.map(({ cells }) =>
    of.reduce<Row>(
      (row, loss) => losses[loss]?.(row, encoding) ?? row,
      Object.fromEntries(fields.map(({ title }, n) => [title, cells[n]])),
    ),
  );
}

function cut(text: string, encoding: ExportEncoding): string {
  let kept = '';
  for (const sign of text) {
    if (iconv.encode(kept + sign, encoding).byteLength > 254) break;
    kept += sign;
  }
  return kept;
}
