import { StringDecoder } from 'node:string_decoder';
import sax from 'sax';
import { Unreadable } from './archive';
import { readingLimits } from './limits';
import { failure } from './raw-file';

/** What an XML stream tells, names without their prefix. */
export type XmlEvent =
  | { kind: 'open'; name: string; attributes: Record<string, string> }
  | { kind: 'text'; text: string }
  | { kind: 'close'; name: string };

/**
 * Reads XML as events, strictly: a DTD is refused by name whatever it declares, so that no entity is ever resolved or
 * multiplied and nothing is fetched; only the five entities of XML itself are known. Throws `Unreadable`.
 */
export async function* readXml(parts: AsyncIterable<Uint8Array | string>, fileName: string): AsyncGenerator<XmlEvent> {
  // The types leave out that option.
  const options = { position: true, strictEntities: true };
  const parser = sax.parser(true, options);
  let events: XmlEvent[] = [];
  let broken: Unreadable | null = null;
  let depth = 0;
  /** Of the text since the last tag. */
  let length = 0;
  const fail = (code: 'xml-doctype' | 'xml-too-deep' | 'xml-broken', args: Record<string, string | number> = {}) => {
    broken ??= new Unreadable(failure(code, { file: fileName, ...args }));
  };
  parser.ondoctype = () => fail('xml-doctype');
  parser.onerror = (error) => {
    fail('xml-broken', { line: parser.line + 1, detail: (error.message.split('\n')[0] ?? '').slice(0, 80) });
    parser.error = null as unknown as Error;
  };
  parser.onopentag = ({ name, attributes }) => {
    length = 0;
    if (++depth > readingLimits.xmlDepth) fail('xml-too-deep', { limit: readingLimits.xmlDepth });
    events.push({ kind: 'open', name: local(name), attributes: localNames(attributes as Record<string, string>) });
  };
  parser.onclosetag = (name) => {
    depth--;
    length = 0;
    events.push({ kind: 'close', name: local(name) });
  };
  const take = (text: string) => {
    length += text.length;
    if (length > readingLimits.lineBytes) fail('xml-broken', { line: parser.line + 1, detail: 'endless text' });
    else events.push({ kind: 'text', text });
  };
  parser.ontext = take;
  parser.oncdata = take;
  const decoder = new StringDecoder('utf8');
  for await (const part of parts) {
    parser.write(
      typeof part === 'string' ? part : decoder.write(Buffer.from(part.buffer, part.byteOffset, part.byteLength)),
    );
    if (broken) throw broken;
    yield* events;
    events = [];
  }
  parser.close();
  if (broken) throw broken;
  yield* events;
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function localNames(attributes: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [local(name), value]));
}
