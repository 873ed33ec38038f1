import iconv from 'iconv-lite';
import type { EncodingReason } from '../../data/words/import-notes';

/** The encodings offered by the switch. */
export const offeredEncodings = ['UTF-8', 'GB18030'];

export interface Encoding {
  name: string;
  why: EncodingReason;
}

/** Whether bytes are well-formed UTF-8. */
export function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Tells the encoding of bytes that declare none: UTF-8 where they are well-formed, else GB18030. */
export function tellEncoding(bytes: Uint8Array, asked: string | null): Encoding {
  if (asked) return { name: asked, why: 'as-asked' };
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { name: 'UTF-8', why: 'byte-order-mark' };
  return isUtf8(bytes) ? { name: 'UTF-8', why: 'valid-utf8' } : { name: 'GB18030', why: 'not-utf8' };
}

/** Decodes bytes, without their byte order mark; unreadable bytes become the replacement character. */
export function decodeText(bytes: Uint8Array, encoding: string): string {
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding);
}

/** The name under which an encoding is offered, for the names that files use for it; null when it is another. */
export function knownEncoding(name: string): string | null {
  const plain = name.trim().toLowerCase().replace(/[-_ ]/g, '');
  if (plain === 'utf8' || plain === '65001') return 'UTF-8';
  if (['gbk', 'gb2312', 'gb18030', 'cp936', '936', 'ansi936', 'oem936', 'ansi'].includes(plain)) return 'GB18030';
  return iconv.encodingExists(name.trim()) ? name.trim() : null;
}
