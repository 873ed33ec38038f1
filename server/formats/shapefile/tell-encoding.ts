import { decodeText, type Encoding, isUtf8, knownEncoding } from '../decode-text';
import { type Table, textBytes } from './read-table';

const codePage936 = 0x4d;
const enoughBytes = 4_000_000;
const space = 0x20;

/**
 * Tells the encoding of a table: the language byte first, then the .cpg, each believed only if the bytes bear it out;
 * else UTF-8 where every text is well-formed, else GB18030.
 */
export function tellTableEncoding(table: Table, cpg: string | null, asked: string | null): Encoding {
  if (asked) return { name: asked, why: 'as-asked' };
  const sample = sampleOf(table);
  const utf8 = isUtf8(sample);
  const chineseInUtf8 = utf8 && /\p{Script=Han}/u.test(decodeText(sample, 'UTF-8'));
  const borneOut = (name: string): boolean => (name === 'UTF-8' ? utf8 : name !== 'GB18030' || !chineseInUtf8);
  const stated: Encoding[] = [];
  if (table.language === codePage936) stated.push({ name: 'GB18030', why: 'ldid-byte' });
  const named = cpg && knownEncoding(cpg);
  if (named) stated.push({ name: named, why: 'cpg-file' });
  const believed = stated.find((encoding) => borneOut(encoding.name));
  if (believed) return believed;
  const told: Encoding = utf8 ? { name: 'UTF-8', why: 'valid-utf8' } : { name: 'GB18030', why: 'not-utf8' };
  return stated.length > 0 ? { ...told, why: 'declared-wrong' } : told;
}

/** The texts in one row of bytes, each without a character that its field cut in half. */
function sampleOf(table: Table): Uint8Array {
  const parts: number[] = [];
  for (const bytes of textBytes(table)) {
    if (parts.length > enoughBytes) break;
    if (!bytes.some((byte) => byte > 0x7f)) continue;
    for (const byte of bytes.subarray(0, wholeLength(bytes))) parts.push(byte);
    parts.push(space);
  }
  return Uint8Array.from(parts);
}

/** Length without an unfinished UTF-8 sequence at the very end, as narrow fields leave them. */
function wholeLength(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] as number;
    if (byte < 0x80) return bytes.length;
    if (byte < 0xc0) continue;
    const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return needs > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}
