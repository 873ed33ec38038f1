import type { ExportQuery } from '../../data/contract';
import { exportFormats, exportWhatWords } from '../../data/words/exports';

/** What a file is called: its content, whom it is for where that is the office alone, and the day. */
export function fileName({ what, format, lang, public: isPublic }: ExportQuery, date: string): string {
  const inside = isPublic ? [] : [lang === 'zh' ? '内部' : 'internal'];
  const parts = [exportWhatWords[what][lang], ...inside, date].join('_');
  return `${parts.replaceAll(' ', '-')}.${exportFormats[format].extension}`;
}
