import iconv from 'iconv-lite';
import type { ExportEncoding } from '../../../data/contract';

/** Bytes of text in the encoding asked for. */
export const encode = (text: string, encoding: ExportEncoding): Buffer => iconv.encode(text, encoding);

/** The text with every sign that the encoding lacks written as `?`. */
export function fitSigns(text: string, encoding: ExportEncoding): string {
  if (encoding === 'UTF-8' || /^[\x20-\x7e]*$/.test(text)) return text;
  // Nearly all text fits, and whole texts go faster than signs.
  if (iconv.decode(iconv.encode(text, encoding), encoding) === text) return text;
  return [...text].map((sign) => (sign < '\u0080' || decodes(sign) ? sign : '?')).join('');
}

/** The longest beginning of the text that takes at most so many bytes, never half a sign. */
export function cutAtBytes(text: string, limitBytes: number, encoding: ExportEncoding): string {
  if (text.length * 4 <= limitBytes || encode(text, encoding).byteLength <= limitBytes) return text;
  let kept = '';
  let bytes = 0;
  for (const sign of text) {
    bytes += encode(sign, encoding).byteLength;
    if (bytes > limitBytes) return kept;
    kept += sign;
  }
  return kept;
}

const known = new Map<string, boolean>();

function decodes(sign: string): boolean {
  const held = known.get(sign);
  if (held !== undefined) return held;
  const same = iconv.decode(iconv.encode(sign, 'GBK'), 'GBK') === sign;
  known.set(sign, same);
  return same;
}
