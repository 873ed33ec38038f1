import type { Lang } from '../../lang';
import { type Document, type Link, mediaTypes } from './document';

const STYLE = `body{font:13px/20px "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;margin:24px;color:#2b3134}
h1{font-size:20px}h2{font-size:15px;margin-top:24px}a{color:#0b6e6e}table{border-collapse:collapse}
td,th{border-bottom:1px solid #e2e0da;padding:2px 10px;text-align:left;vertical-align:top;white-space:nowrap;font-variant-numeric:tabular-nums}
td.long{white-space:normal;min-width:360px}div{overflow-x:auto}ul{padding-left:18px}`;
/** A text of more signs than this may be broken into lines. */
const LONG = 36;
const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (value: unknown): string => String(value ?? '').replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);

/** A document as a small page that loads nothing and runs nothing; its links lead to pages where there are any. */
export function pageOf(document: Document, lang: Lang): string {
  const title = escaped(document.title);
  return `<!doctype html><html lang="${lang === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width"><style>${STYLE}</style></head><body>${contentOf(document, lang, 1)}</body></html>`;
}

function contentOf(document: Document, lang: Lang, level: 1 | 2): string {
  const lines = document.lines.map((line) => `<p>${escaped(line)}</p>`);
  const parts = (document.parts ?? []).map((part) => contentOf(part, lang, 2));
  return [
    `<h${level}>${escaped(document.title)}</h${level}>`,
    ...lines,
    linksOf(document.json.links ?? [], lang),
    tableOf(document.table),
    ...parts,
  ].join('\n');
}

function linksOf(links: readonly Link[], lang: Lang): string {
  // A browser asks for pages anyway; only the document's own JSON is asked for by name.
  const pages = links.filter(({ rel, type, templated }) => rel === 'self' || (type !== mediaTypes.html && !templated));
  // Standards name one page by more than one relation; a reader needs it once.
  const shown = pages.filter(({ href }, n) => pages.findIndex((other) => other.href === href) === n);
  const wordsOf = ({ rel, title }: Link) => (rel === 'self' ? 'JSON' : (title ?? rel));
  const items = shown.map(
    (link) => `<li><a href="${escaped(inLanguage(link.href, lang))}">${escaped(wordsOf(link))}</a></li>`,
  );
  return items.length > 0 ? `<ul>${items.join('')}</ul>` : '';
}

/** The address with the language of this page, where it names none. */
function inLanguage(href: string, lang: Lang): string {
  if (/[?&]lang=/.test(href)) return href;
  return `${href}${href.includes('?') ? '&' : '?'}lang=${lang}`;
}

function tableOf(table: Document['table']): string {
  if (!table) return '';
  const cellOf = (value: unknown, tag: 'td' | 'th') => {
    const text = typeof value === 'number' ? String(Math.round(value * 100) / 100) : escaped(value);
    return `<${tag}${text.length > LONG ? ' class="long"' : ''}>${text}</${tag}>`;
  };
  const row = (cells: readonly unknown[], tag: 'td' | 'th') =>
    `<tr>${cells.map((cell) => cellOf(cell, tag)).join('')}</tr>`;
  return `<div><table><thead>${row(table.head, 'th')}</thead><tbody>${table.rows.map((cells) => row(cells, 'td')).join('\n')}</tbody></table></div>`;
}
