import { createReadStream } from 'node:fs';
import type { Duplex } from 'node:stream';
import iconv from 'iconv-lite';
import type { Encoding } from './decode-text';

/** Tells the encoding of a whole file without holding it: UTF-8 where every byte of it is well-formed, else GB18030. */
export async function tellFileEncoding(path: string, asked: string | null): Promise<Encoding> {
  if (asked) return { name: asked, why: 'as-asked' };
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let isFirst = true;
  try {
    for await (const part of createReadStream(path) as AsyncIterable<Buffer>) {
      if (isFirst && part[0] === 0xef && part[1] === 0xbb && part[2] === 0xbf)
        return { name: 'UTF-8', why: 'byte-order-mark' };
      isFirst = false;
      decoder.decode(part, { stream: true });
    }
    decoder.decode();
    return { name: 'UTF-8', why: 'valid-utf8' };
  } catch (error) {
    if (error instanceof TypeError) return { name: 'GB18030', why: 'not-utf8' };
    throw error;
  }
}

/** The text of a file, decoded as it is read, without a byte order mark. */
export function streamText(path: string, encoding: string): Duplex {
  const from = createReadStream(path);
  const to = iconv.decodeStream(encoding) as Duplex;
  from.on('error', (error) => to.destroy(error));
  to.on('close', () => from.destroy());
  return from.pipe(to);
}
