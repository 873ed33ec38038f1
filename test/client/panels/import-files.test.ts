import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { dashed } from '../../../client/panels/import/mend/dashed';
import { readHeldLine, writeHeldLine } from '../../../client/panels/import/mend/heldLine';
import { shareOf } from '../../../client/panels/import/shareOf';
import { adviceOn } from '../../../client/panels/import/start/adviceOn';
import { gatherFiles } from '../../../client/panels/import/start/gatherFiles';
import { packParts } from '../../../client/panels/import/start/packParts';

const file = (path: string, size = 1) => ({
  name: path.slice(path.lastIndexOf('/') + 1),
  size,
  webkitRelativePath: path.includes('/') ? path : '',
});

describe('files handed over together', () => {
  it('joins the parts of a shapefile by stem and folder, whatever their case, and leaves others alone', () => {
    const given = ['地块.shp', '地块.DBF', '地块.shx', 'a.geojson', '甲/路.shp', '乙/路.shp'].map((path) =>
      file(path, 2),
    );
    const gathered = gatherFiles(given);
    expect(gathered.map(({ name, parts, packs, byteLength }) => [name, parts.length, packs, byteLength])).toEqual([
      ['地块.zip', 3, true, 6],
      ['路.zip', 1, true, 2],
      ['路.zip', 1, true, 2],
      ['a.geojson', 1, false, 2],
    ]);
  });
  it('packs a geodatabase folder whole under its own name, wherever it lies', () => {
    const [one, ...more] = gatherFiles(
      ['数据/宗地.gdb/a1.gdbtable', '数据/宗地.gdb/gdb', '数据/.DS_Store'].map((p) => file(p)),
    );
    expect(more).toEqual([]);
    expect([one?.name, one?.parts.map(({ path }) => path)]).toEqual([
      '宗地.gdb.zip',
      ['宗地.gdb/a1.gdbtable', '宗地.gdb/gdb'],
    ]);
  });
  it('tells parts that came without their .shp', () => {
    expect(gatherFiles([file('a.dbf'), file('a.prj')])[0]?.alone).toEqual(['a.dbf', 'a.prj']);
  });
  it('stores the parts in one zip', async () => {
    const parts = ['甲.shp', '甲.dbf'].map((name) => new File([name], name));
    const [gathered] = gatherFiles(parts);
    if (!gathered) throw new Error('nothing was gathered');
    const packed = await packParts(gathered);
    expect(packed.name).toBe('甲.zip');
    expect(Object.keys(unzipSync(new Uint8Array(await packed.arrayBuffer())))).toEqual(['甲.shp', '甲.dbf']);
  });
  it('advises on formats that are known and not read', () => {
    expect(['a.DWG', 'b.mdb', 'c.vct', 'd.zip', 'toString'].map(adviceOn)).toEqual([
      'no_dwg',
      'no_mdb',
      'no_vct',
      null,
      null,
    ]);
  });
});

it('keeps the reason and the record of a mending in the address', () => {
  for (const line of [null, 'held.ring-open', 'held:17', 'held.ring-open:17'])
    expect(writeHeldLine(readHeldLine(line))).toBe(line);
  expect(readHeldLine('contiguity')).toEqual({ code: null, record: null });
});

it('cuts a ring into dashes that start where it starts and leave gaps', () => {
  const dashes = dashed([
    [0, 0],
    [3, 0],
    [3, 3],
    [0, 3],
    [0, 0],
  ]);
  const drawn = dashes.reduce(
    (sum, [a, b]) => sum + Math.hypot((b?.[0] ?? 0) - (a?.[0] ?? 0), (b?.[1] ?? 0) - (a?.[1] ?? 0)),
    0,
  );
  expect(dashes[0]?.[0]).toEqual([0, 0]);
  expect(drawn).toBeCloseTo(12 * 0.6, 6);
  expect(
    dashed([
      [1, 1],
      [1, 1],
    ]),
  ).toEqual([]);
});

it.each([
  ['half way', { step: 'checking', done: 5, of: 10 }, 0, 0.5],
  ['counted to the end while the next step begins', { step: 'checking', done: 10, of: 10 }, 0, null],
  ['not moved for a while', { step: 'checking', done: 5, of: 10 }, 2, null],
  ['without a count', { step: 'checking', done: 5, of: null }, 0, null],
  ['before the first step', null, 0, null],
])('tells the share of a job only where it means something: %s', (_, progress, still, share) => {
  expect(shareOf(progress, still)).toBe(share);
});
