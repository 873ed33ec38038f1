import type { KindWords } from '../../../../data/words/import-kinds/field-words';
import { not, ok, type Read } from './held';
import type { RecordReader } from './record-reader';

/** The text of a field that no record of the kind may lack; the fault names its column, or the field where none is chosen. */
export function needed<Field extends string>(
  reader: RecordReader,
  words: KindWords<Field>,
  field: Field,
): Read<string> {
  const text = reader.text(field);
  if (text !== null) return ok(text);
  const { zh, en } = words.fields[field].title;
  return not('value-missing', { column: reader.column(field) ?? `${zh} ${en}` });
}
