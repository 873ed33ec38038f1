import type { ExportWhat } from '../../data/contract';
import type { ExportColumn } from '../../data/words/exports';
import type { OutTable } from '../formats/write/table';
import type { ColumnHead } from './column';

/** The column that names a row, and the one that CAD layers go by. */
const meanings: Record<ExportWhat, { number: ExportColumn; name: ExportColumn; layer: ExportColumn }> = {
  parcels: { number: 'number', name: 'name', layer: 'status' },
  leftover: { number: 'number', name: 'name', layer: 'leftover' },
  parks: { number: 'title', name: 'title', layer: 'titleVerdict' },
  firms: { number: 'firm', name: 'firm', layer: 'grade' },
  units: { number: 'title', name: 'title', layer: 'kind' },
};

/** Where the columns stand that some formats need by meaning. */
export function placesOf(what: ExportWhat, columns: readonly ColumnHead[]): OutTable['places'] {
  const place = (key: ExportColumn): number | null => {
    const found = columns.findIndex((column) => column.key === key);
    return found < 0 ? null : found;
  };
  const { number, name, layer } = meanings[what];
  return {
    number: place(number) ?? 0,
    name: place(name),
    use: place('use'),
    useCode: place('useCode'),
    layer: place(layer),
  };
}
