import { expect, test } from 'vitest';
import type { RawRecord } from '../../server/formats/raw-file';
import { readBytes } from '../fixtures/at-hand';
import { bytesOf, zipOf } from '../fixtures/corpus/entry';

/** A fifth of the million that was measured by hand (1.8 s), to keep the suite short; costs grow with the length alone. */
const vertices = 200_000;
const secondsAtMost = 15;
const megabyte = 1024 * 1024;

/** A circle of so many vertices, in metres about a place in zone 39. */
function* circle(count: number): Generator<[number, number]> {
  for (let n = 0; n < count; n++) {
    const angle = (2 * Math.PI * n) / count;
    yield [39_661_234 + 5000 * Math.cos(angle), 2_754_321 + 5000 * Math.sin(angle)];
  }
}

test('a ring of very many vertices costs its length and no more', async () => {
  const rows = [...circle(vertices)].map(([x, y], n) => `J${n + 1},1,${y.toFixed(4)},${x.toFixed(4)}`);
  const from = performance.now();
  const file = await readBytes(bytesOf(`[地块坐标]\n${vertices},1,1,大,面,,,,@\n${rows.join('\n')}\n`), 'a.txt');
  if (!file.ok) throw new Error(file.code);
  const { coordinates } = (file.records[0] as RawRecord).geometry as { coordinates: number[][][][] };
  expect(coordinates[0]?.[0]).toHaveLength(vertices + 1);
  expect(performance.now() - from).toBeLessThan(secondsAtMost * 1000);
});

test('ten thousand parts of one plot are told apart through an index', async () => {
  const parts = Array.from({ length: 10_000 }, (_, n) =>
    [0, 1, 2].map((k) => `J${k},${n + 1},${2_754_321 + (k === 2 ? 5 : 0)},${39_661_234 + n * 10 + k}`).join('\n'),
  );
  const file = await readBytes(bytesOf(`[地块坐标]\n30000,1,1,多,面,,,,@\n${parts.join('\n')}\n`), 'a.txt');
  if (!file.ok) throw new Error(file.code);
  const { coordinates } = (file.records[0] as RawRecord).geometry as { coordinates: unknown[] };
  expect(coordinates).toHaveLength(10_000);
});

test('a bomb is refused in under a second and 200 MB', async () => {
  const bomb = zipOf({ 'xl/workbook.xml': '<workbook/>', 'xl/sharedStrings.xml': new Uint8Array(64 * megabyte) });
  const [before, from] = [process.memoryUsage().rss, process.cpuUsage()];
  expect(await readBytes(bomb, 'a.xlsx')).toMatchObject({ ok: false, code: 'zip-too-large' });
  const { user, system } = process.cpuUsage(from);
  expect((user + system) / 1000).toBeLessThan(1000);
  expect(process.memoryUsage().rss - before).toBeLessThan(200 * megabyte);
});
