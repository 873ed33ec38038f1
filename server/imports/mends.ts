import type { MendHow } from '../../data/contract';
import { kindReasons } from '../../data/words/import-kinds/reasons';
import type { RecordReason } from '../../data/words/imports';

/** What the format itself could not read cannot be read any better afterwards, so no way mends that. */
const byReason: Partial<Record<RecordReason, readonly MendHow[]>> = {
  'self-crossing': ['make-valid'],
  'shape-invalid': ['make-valid'],
  'ring-unclosed': ['close-ring'],
  'outside-extent': ['swap-axes', 'crs'],
  'number-missing': ['values'],
  'number-too-long': ['values'],
  'number-taken': ['values'],
  'number-ambiguous': ['values'],
  'duplicate-number': ['take', 'values'],
  'duplicate-record': ['values'],
};

/** Ways that may mend a record held back for a reason, the likeliest first. */
export function mendsOf(code: string): MendHow[] {
  return [...(byReason[code as RecordReason] ?? (code in kindReasons ? (['values'] as const) : []))];
}
