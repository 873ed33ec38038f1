/** The two languages of the product. */
export type Lang = 'zh' | 'en';

/** Reads the reader's language from an Accept-Language header; Chinese unless English comes first. */
export function langOf(header: string | undefined): Lang {
  const first = header?.split(',')[0]?.trim().toLowerCase() ?? '';
  return first.startsWith('en') ? 'en' : 'zh';
}
