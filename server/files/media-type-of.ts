import { ATTACHMENT_TYPES } from '../../data/contract';
import { openArchive } from '../formats/archive';

type Ending = keyof typeof ATTACHMENT_TYPES;
type MediaType = (typeof ATTACHMENT_TYPES)[Ending];

/** By how a file begins. */
const beginnings: readonly [Ending, readonly number[]][] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['jpg', [0xff, 0xd8, 0xff]],
];
const zipBegins = [0x50, 0x4b, 0x03, 0x04];
/** The compound files of older Office programs, which name their streams in UTF-16. */
const compoundBegins = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** The media type of a file by its content, whatever it is called; null for anything that may not be attached. */
export async function mediaTypeOf(content: Buffer): Promise<MediaType | null> {
  const ending = await endingOf(content);
  return ending && ATTACHMENT_TYPES[ending];
}

/** The name with an ending that tells its type: what is saved must not run because of what it was called. */
export function nameAsType(name: string, mediaType: string): string {
  const endings = Object.entries(ATTACHMENT_TYPES).flatMap(([ending, type]) => (type === mediaType ? [ending] : []));
  const told = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return endings.includes(told) || endings[0] === undefined ? name : `${name}.${endings[0]}`;
}

async function endingOf(content: Buffer): Promise<Ending | null> {
  const known = beginnings.find(([, bytes]) => beginsWith(content, bytes));
  if (known) return known[0];
  if (content.toString('latin1', 0, 4) === 'RIFF' && content.toString('latin1', 8, 12) === 'WEBP') return 'webp';
  if (beginsWith(content, zipBegins)) return packedOffice(content);
  if (beginsWith(content, compoundBegins)) return compoundOffice(content);
  return isText(content) ? 'txt' : null;
}

function beginsWith(content: Buffer, bytes: readonly number[]): boolean {
  return bytes.every((byte, at) => content[at] === byte);
}

async function packedOffice(content: Buffer): Promise<Ending | null> {
  const archive = await openArchive(content, '');
  if (!archive.ok || !archive.names.includes('[Content_Types].xml')) return null;
  if (archive.names.includes('word/document.xml')) return 'docx';
  return archive.names.includes('xl/workbook.xml') ? 'xlsx' : null;
}

function compoundOffice(content: Buffer): Ending | null {
  const holds = (stream: string): boolean => content.includes(Buffer.from(stream, 'utf16le'));
  if (holds('WordDocument')) return 'doc';
  return holds('Workbook') ? 'xls' : null;
}

/** Text in the encodings that Chinese offices write, without control characters. */
function isText(content: Buffer): boolean {
  const isUtf16 = beginsWith(content, [0xff, 0xfe]);
  return (isUtf16 ? ['utf-16le'] : ['utf-8', 'gb18030']).some((encoding) => {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(content);
      return text !== '' && !/[^\P{Cc}\t\n\r\f]/u.test(text);
    } catch {
      return false;
    }
  });
}
