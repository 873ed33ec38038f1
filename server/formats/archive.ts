import type { Readable } from 'node:stream';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { decodeText, isUtf8 } from './decode-text';
import { type ArchiveLimits, readingLimits } from './limits';
import { type Failure, failure } from './raw-file';

/** Where an archive lies: a path, or its bytes where it is small. */
type ArchiveAt = string | Buffer;

/** An archive that has been judged whole and may be unpacked, entry by entry. */
export interface Archive {
  ok: true;
  names: string[];
  /** The content of an entry in memory. */
  read: (name: string) => Promise<{ ok: true; bytes: Uint8Array } | Failure>;
  /** The content of an entry as it is unpacked; throws `Unreadable` where it is damaged or longer than it said. */
  stream: (name: string) => AsyncIterable<Buffer>;
}

/** What a stream fails with when its file turns out to be other than it said. */
export class Unreadable extends Error {
  constructor(readonly failure: Failure) {
    super(failure.code);
  }
}

const megabyte = 1024 * 1024;
/** Under this size a high ratio does no harm: a table of blanks packs very well. */
const harmlessBytes = 16 * megabyte;
const unixTypeMask = 0xf000;
const unixSymlink = 0xa000;
const utf8Flag = 0x800;

interface Member {
  name: string;
  entry: Entry;
}

/** Judges a whole archive by its directory before a byte is unpacked: size, ratio, count, paths, links, passwords. */
export async function openArchive(
  at: ArchiveAt,
  fileName: string,
  limits: ArchiveLimits = readingLimits.archive,
): Promise<Archive | Failure> {
  const zip = await opened(at);
  if (typeof zip === 'string') return failure('zip-broken', { file: fileName, detail: zip });
  try {
    if (zip.entryCount > limits.files)
      return failure('zip-too-many-files', { count: zip.entryCount, limit: limits.files });
    const members = await directory(zip);
    if (typeof members === 'string') return failure('zip-broken', { file: fileName, detail: members });
    const refused = judge(members, zip.fileSize, limits);
    if (refused) return refused;
    const stream = (name: string) => contentOf(at, fileName, memberNamed(members, name), limits);
    return { ok: true, names: members.map((member) => member.name), stream, read: (name) => whole(stream(name)) };
  } finally {
    zip.close();
  }
}

function judge(members: readonly Member[], packedBytes: number, limits: ArchiveLimits): Failure | null {
  const astray = members.find(({ name, entry }) => yauzl.validateFileName(name) !== null || isSymlink(entry));
  if (astray) return failure('zip-bad-path', { entry: shown(astray.name) });
  const encrypted = members.find(({ entry }) => entry.isEncrypted());
  if (encrypted) return failure('zip-encrypted', { entry: shown(encrypted.name) });
  const nested = members.find(({ name }) => /\.(zip|rar|7z|tar|gz|tgz)$/i.test(name));
  if (nested) return failure('zip-nested', { entry: shown(nested.name) });
  const unpacked = members.reduce((sum, { entry }) => sum + entry.uncompressedSize, 0);
  const inflates = unpacked > harmlessBytes && unpacked > limits.ratio * packedBytes;
  return unpacked > limits.unpackedBytes || inflates ? tooLarge(limits) : null;
}

function isSymlink(entry: Entry): boolean {
  return ((entry.externalFileAttributes >>> 16) & unixTypeMask) === unixSymlink;
}

function tooLarge(limits: ArchiveLimits): Failure {
  return failure('zip-too-large', { limit: `${Math.round(limits.unpackedBytes / megabyte)} MiB` });
}

function opened(at: ArchiveAt): Promise<ZipFile | string> {
  return new Promise((resolve) => {
    // Sizes are validated while reading: an entry that lies about its length is an error, not a surprise.
    const options = { lazyEntries: true, validateEntrySizes: true, decodeStrings: false, autoClose: false };
    const settle = (error: Error | null, zip: ZipFile) => resolve(error ? error.message : zip);
    if (typeof at === 'string') yauzl.open(at, options, settle);
    else yauzl.fromBuffer(at, options, settle);
  });
}

/** Every entry that is a file; system leavings of macOS are passed over. */
function directory(zip: ZipFile): Promise<Member[] | string> {
  return new Promise((resolve) => {
    const members: Member[] = [];
    zip.on('error', (error: Error) => resolve(error.message));
    zip.on('end', () => resolve(members));
    zip.on('entry', (entry: Entry) => {
      const name = nameOf(entry);
      const leaving = name.endsWith('/') || /(^|\/)(__MACOSX\/|\._|\.DS_Store$)/.test(name);
      if (!leaving) members.push({ name, entry });
      zip.readEntry();
    });
    zip.readEntry();
  });
}

/** Windows in Chinese packs names in GBK and leaves the flag of UTF-8 down. */
function nameOf(entry: Entry): string {
  const bytes = entry.fileName as unknown as Buffer;
  const isMarked = (entry.generalPurposeBitFlag & utf8Flag) !== 0;
  return decodeText(bytes, isMarked || isUtf8(bytes) ? 'UTF-8' : 'GB18030').replaceAll('\\', '/');
}

function memberNamed(members: readonly Member[], name: string): Entry {
  const found = members.find((member) => member.name === name);
  if (!found) throw new Error(`no entry ${name}`);
  return found.entry;
}

async function* contentOf(at: ArchiveAt, file: string, entry: Entry, limits: ArchiveLimits): AsyncGenerator<Buffer> {
  const broken = (detail: string) => new Unreadable(failure('zip-broken', { file, detail }));
  const zip = await opened(at);
  if (typeof zip === 'string') throw broken(zip);
  try {
    yield* (await streamOf(zip, entry)) as AsyncIterable<Buffer>;
  } catch (error) {
    const told = error instanceof Error ? error.message : String(error);
    throw /too many bytes/.test(told) ? new Unreadable(tooLarge(limits)) : broken(told);
  } finally {
    zip.close();
  }
}

function streamOf(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)));
  });
}

async function whole(content: AsyncIterable<Buffer>): Promise<{ ok: true; bytes: Uint8Array } | Failure> {
  try {
    const parts: Buffer[] = [];
    for await (const part of content) parts.push(part);
    return { ok: true, bytes: Buffer.concat(parts) };
  } catch (error) {
    if (error instanceof Unreadable) return error.failure;
    throw error;
  }
}

function shown(name: string): string {
  return name.slice(0, 120);
}
