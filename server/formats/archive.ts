import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { type Failure, failure } from './raw-file';

/** What an archive may be at most; judged from its directory before a byte is unpacked, and again while unpacking. */
export interface ArchiveLimits {
  unpackedBytes: number;
  /** Bytes out for each byte in; a real shapefile stays under 20, a bomb goes to 1,000. */
  ratio: number;
  files: number;
}
const megabyte = 1024 * 1024;
export const archiveLimits: ArchiveLimits = { unpackedBytes: 1024 * megabyte, ratio: 200, files: 1000 };
/** Under this size a high ratio does no harm: a table of blanks packs very well. */
const harmlessBytes = 16 * megabyte;

export interface Archive {
  ok: true;
  /** Bytes by path, for the paths that were wanted. */
  files: Map<string, Uint8Array>;
  names: string[];
}

/** Unpacks into memory the entries that `wanted` names, after the whole archive has been judged. Never touches the disk. */
export async function openArchive(
  bytes: Uint8Array,
  fileName: string,
  wanted: (name: string) => boolean,
  limits: ArchiveLimits = archiveLimits,
): Promise<Archive | Failure> {
  const zip = await opened(bytes);
  if (typeof zip === 'string') return failure('zip-broken', { file: fileName, detail: zip });
  if (zip.entryCount > limits.files)
    return failure('zip-too-many-files', { count: zip.entryCount, limit: limits.files });
  const entries = await directory(zip);
  if (typeof entries === 'string')
    return pathFailure(entries) ?? failure('zip-broken', { file: fileName, detail: entries });
  const refused = judge(entries, bytes.byteLength, limits);
  if (refused) return refused;

  const files = new Map<string, Uint8Array>();
  for (const entry of entries.filter((each) => wanted(each.fileName))) {
    const content = await unpack(zip, entry);
    if (content === null) return tooLarge(limits);
    if (typeof content === 'string') return failure('zip-broken', { file: fileName, detail: content });
    files.set(entry.fileName, content);
  }
  return { ok: true, files, names: entries.map((entry) => entry.fileName) };
}

function judge(entries: readonly Entry[], packedBytes: number, limits: ArchiveLimits): Failure | null {
  const encrypted = entries.find((entry) => entry.isEncrypted());
  if (encrypted) return failure('zip-encrypted', { entry: shown(encrypted.fileName) });
  const nested = entries.find((entry) => /\.(zip|rar|7z|tar|gz|tgz)$/i.test(entry.fileName));
  if (nested) return failure('zip-nested', { entry: shown(nested.fileName) });
  const unpacked = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  const inflates = unpacked > harmlessBytes && unpacked > limits.ratio * packedBytes;
  return unpacked > limits.unpackedBytes || inflates ? tooLarge(limits) : null;
}

function tooLarge(limits: ArchiveLimits): Failure {
  return failure('zip-too-large', { limit: `${Math.round(limits.unpackedBytes / megabyte)} MiB` });
}

function opened(bytes: Uint8Array): Promise<ZipFile | string> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return new Promise((resolve) => {
    // Sizes are validated while reading: an entry that lies about its length is an error, not a surprise.
    yauzl.fromBuffer(buffer, { lazyEntries: true, validateEntrySizes: true }, (error, zip) =>
      resolve(error ? error.message : zip),
    );
  });
}

/** Every entry that is a file; system leavings of macOS are passed over. */
function directory(zip: ZipFile): Promise<Entry[] | string> {
  return new Promise((resolve) => {
    const entries: Entry[] = [];
    zip.on('error', (error: Error) => resolve(error.message));
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      const leaving = entry.fileName.endsWith('/') || /(^|\/)(__MACOSX\/|\._|\.DS_Store$)/.test(entry.fileName);
      if (!leaving) entries.push(entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}

function pathFailure(message: string): Failure | null {
  const bad = /^(?:absolute path|invalid relative path|invalid characters in fileName): (.*)$/s.exec(message)?.[1];
  return bad === undefined ? null : failure('zip-bad-path', { entry: shown(bad) });
}

/** The content of an entry; null when it is longer than it said, words when it is damaged. */
function unpack(zip: ZipFile, entry: Entry): Promise<Uint8Array | string | null> {
  return new Promise((resolve) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return resolve(error.message);
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('error', (broken: Error) => resolve(/too many bytes/.test(broken.message) ? null : broken.message));
      stream.on('end', () => resolve(Buffer.concat(parts)));
    });
  });
}

function shown(name: string): string {
  return name.slice(0, 120);
}
