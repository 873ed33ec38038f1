import { firmWords } from '../../../data/words/import-kinds/firms';
import { holdFirms } from '../../db/imports/kinds/firms/hold-firms';
import { removeMissingFirms, withdrawFirms } from '../../db/imports/kinds/firms/withdraw-firms';
import { writeFirms } from '../../db/imports/kinds/firms/write-firms';
import { readFirm } from './firms/read-firm';
import type { KindOfImport } from './kind';
import { fieldsOf, likenessTo } from './reading/describe';

/** Firms with their grades, told by their credit codes. */
export const firms: KindOfImport = {
  id: 'firms',
  title: firmWords.title,
  shapes: ['point'],
  place: 'optional',
  fields: fieldsOf(firmWords),
  likeness: likenessTo(firmWords, ['point', 'none']),
  read: readFirm,
  holdBack: holdFirms,
  write: writeFirms,
  removeMissing: removeMissingFirms,
  withdraw: withdrawFirms,
  touches: ['firms'],
};
