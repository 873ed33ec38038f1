import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readBytes } from '../fixtures/at-hand';
import { corpusFolder, gdalEntries, madeEntries } from '../fixtures/corpus/corpus';
import type { Entry } from '../fixtures/corpus/entry';
import { toldOf } from '../fixtures/corpus/told-of';

const entries = [...madeEntries, ...gdalEntries()];

test('the corpus is large enough, and each file is named once', () => {
  expect(entries.length).toBeGreaterThanOrEqual(120);
  expect(new Set(entries.map((entry) => entry.name)).size).toBe(entries.length);
});

test('code makes the files that are kept, to the byte', () => {
  const kept = new Set(readdirSync(corpusFolder));
  const astray = madeEntries.filter(
    ({ name, bytes }) => !kept.has(name) || !Buffer.from(bytes).equals(readFileSync(`${corpusFolder}${name}`)),
  );
  expect(astray.map((entry) => entry.name)).toEqual([]);
  const known = new Set(entries.map((entry) => entry.name.split('#')[0]));
  expect([...kept].filter((name) => !known.has(name))).toEqual([]);
});

test.concurrent.each(entries.map((entry): [string, Entry] => [entry.name, entry]))('%s', async (_, entry) => {
  const fileName = entry.name.split('#')[0] ?? '';
  const file = await readBytes(entry.bytes, fileName, entry.encoding ?? null, entry.layer ?? null);
  if ('code' in entry.expected) return expect(file).toMatchObject({ ok: false, code: entry.expected.code });
  if (!file.ok) throw new Error(`${file.code} ${JSON.stringify(file.args)}`);
  const told = toldOf(file);
  expect(told).toMatchObject({ faults: {}, warnings: [], ...entry.expected, first: entry.expected.first ?? {} });
  expect(told.faults).toEqual(entry.expected.faults ?? {});
  expect(told.given).toBe(file.recordCount);
});
