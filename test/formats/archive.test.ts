import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openArchive } from '../../server/formats/archive';
import { readingLimits } from '../../server/formats/limits';
import { zipped } from '../fixtures/shapefile';

const folder = mkdtempSync(join(tmpdir(), 'yuantu-zip-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const archiveLimits = readingLimits.archive;

/** Opens and unpacks all of an archive. */
async function open(bytes: Uint8Array, limits = archiveLimits) {
  const path = join(folder, 'a.zip');
  writeFileSync(path, bytes);
  const archive = await openArchive(path, 'a.zip', limits);
  if (!archive.ok) return archive;
  for (const name of archive.names) {
    const content = await archive.read(name);
    if (!content.ok) return content;
  }
  return archive;
}
const megabyte = 1024 * 1024;

test('unpacks what is wanted and passes over what macOS leaves behind', async () => {
  const archive = await open(zipped({ 'a/b.shp': 'x', 'a/read.me': 'y', '__MACOSX/a/._b.shp': 'z' }));
  expect(archive.ok && (await archive.read('a/b.shp'))).toMatchObject({ ok: true, bytes: Buffer.from('x') });
  expect(archive.ok && archive.names).toEqual(['a/b.shp', 'a/read.me']);
});

test('a bomb is judged before it is unpacked', async () => {
  const bomb = zipped({ 'a.shp': new Uint8Array(64 * megabyte) });
  expect(bomb.byteLength).toBeLessThan(megabyte);
  expect(await open(bomb)).toMatchObject({ ok: false, code: 'zip-too-large' });
});

test('an entry that lies about its size is stopped while unpacking', async () => {
  const bomb = Buffer.from(zipped({ 'a.shp': new Uint8Array(megabyte) }));
  const directory = bomb.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'));
  bomb.writeUInt32LE(10, directory + 24);
  expect(await open(bomb)).toMatchObject({ ok: false, code: 'zip-too-large' });
});

test.each([
  [
    'more than may come out',
    zipped({ a: 'x'.repeat(2000) }),
    { ...archiveLimits, unpackedBytes: 1000 },
    'zip-too-large',
  ],
  ['too many files', zipped({ a: '1', b: '2', c: '3' }), { ...archiveLimits, files: 2 }, 'zip-too-many-files'],
  ['a path that climbs', zipped({ '../../etc/x.shp': 'x' }), archiveLimits, 'zip-bad-path'],
  ['an absolute path', zipped({ '/etc/x.shp': 'x' }), archiveLimits, 'zip-bad-path'],
  ['an archive within', zipped({ 'inner.zip': 'x' }), archiveLimits, 'zip-nested'],
  ['no archive', new TextEncoder().encode('PK but not a zip'), archiveLimits, 'zip-broken'],
])('%s is refused', async (_, bytes, limits, code) => {
  expect(await open(bytes, limits)).toMatchObject({ ok: false, code });
});

test('a password is named with its entry', async () => {
  const locked = Buffer.from(zipped({ 'a.shp': 'x' }));
  const directory = locked.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'));
  locked.writeUInt16LE(1, directory + 8);
  locked.writeUInt16LE(1, 6);
  expect(await open(locked)).toMatchObject({ ok: false, code: 'zip-encrypted', args: { entry: 'a.shp' } });
});

test('damaged content is refused, whatever the directory says', async () => {
  const broken = Buffer.from(zipped({ 'a.shp': 'some content that packs to something '.repeat(20) }));
  broken.fill(0xff, 40, 60);
  expect(await open(broken)).toMatchObject({ ok: false, code: 'zip-broken' });
});
