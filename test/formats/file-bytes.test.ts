import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { fileBytes } from '../../server/formats/file-bytes';

const folder = mkdtempSync(join(tmpdir(), 'yuantu-bytes-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const length = 9_000_003;
const content = Uint8Array.from({ length }, (_, n) => (n * 31 + (n >> 16)) % 256);
const path = join(folder, 'content');
writeFileSync(path, content);

test('a long file gives the same bytes wherever and in whatever order it is asked', () => {
  const bytes = fileBytes(path);
  expect(bytes.byteLength).toBe(length);
  const place = fc.nat(length);
  fc.assert(
    fc.property(place, fc.oneof(fc.nat(200), place), (from, much) => {
      const to = Math.min(length, from + much);
      return Buffer.compare(bytes.slice(from, to), content.subarray(from, to)) === 0;
    }),
    { seed: 20261126, numRuns: 300 },
  );
});

test('what lies outside of the file is not made up', () => {
  const bytes = fileBytes(path);
  expect(() => bytes.slice(length - 4, length + 1)).toThrow(RangeError);
  expect(() => bytes.slice(-1, 3)).toThrow(RangeError);
});
