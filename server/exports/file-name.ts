import type { ExportQuery } from '../../data/contract';
import { exportFormats, exportWhatWords } from '../../data/words/exports';

/** What a file is called: its content, whom it is for where that is the office alone, and the day. */
export function fileName({ what, format, lang, public: isPublic }: ExportQuery, date: string): string {
  const inside = isPublic ? [] : [lang === 'zh' ? '内部' : 'internal'];
  const parts = [exportWhatWords[what][lang], ...inside, date].join('_');
  return `${parts.replaceAll(' ', '-')}.${exportFormats[format].extension}`;
}

/** A download under a name of any script (RFC 6266, RFC 8187), with a plain one (ASCII) for those who cannot read it. */
export function savedAs(name: string, plain: string): string {
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
