import { firmYearWords } from '../../../../data/words/import-kinds/firms';
import { isValidUscc, normalUscc } from '../../../core/firms/uscc';
import { not, ok, type Read } from '../reading/held';
import { needed } from '../reading/missing';
import type { RecordReader } from '../reading/record-reader';

/** The code by which a firm is told, its check character seen to. */
export function readUscc(reader: RecordReader): Read<string> {
  const text = needed(reader, firmYearWords, 'uscc');
  if (!text.ok) return text;
  const code = normalUscc(text.value);
  return isValidUscc(code) ? ok(code) : not('uscc-invalid', { value: text.value });
}
