import { describe, expect, test } from 'vitest';
import { declaredCrs } from '../../server/formats/boundary-txt/declared-crs';
import { crsId, crsOfId, crsTitle } from '../../server/formats/crs/catalogue';
import { gaussKruger, toDegrees, toPlane } from '../../server/formats/crs/crs';
import { place, type Spread } from '../../server/formats/crs/place';
import { readCrsMember } from '../../server/formats/crs/read-crs-member';
import { readPrj } from '../../server/formats/crs/read-prj';
import type { DeclaredCrs } from '../../server/formats/raw-file';
import { measureAreas } from '../../server/imports/measure-area';
import { where } from '../fixtures/parcels';
import { prj } from '../fixtures/prj';

const idOf = (declared: DeclaredCrs): string => (declared.kind === 'known' ? crsId(declared.crs) : declared.kind);

describe('a .prj is read by its parameters', () => {
  test.each([
    ['degrees', '4490'],
    ['zone39', '4527'],
    ['cm117', '4548'],
    ['zone40', '4528'],
    ['cm120', '4549'],
    ['local', 'local-118.5'],
    ['webMercator', '3857'],
    ['utm', 'tm,WGS84,117,0.9996,500000'],
    ['wkt2', '4527'],
    ['xian', 'other-datum'],
    ['beijing', 'other-datum'],
    ['albers', 'unsupported'],
  ] as const)('%s is %s', (name, id) => expect(idOf(readPrj(prj[name]))).toBe(id));
});

describe('a crs member of old GeoJSON', () => {
  test.each([
    ['urn:ogc:def:crs:OGC:1.3:CRS84', '4326'],
    ['urn:ogc:def:crs:EPSG::4527', '4527'],
    ['EPSG:4490', '4490'],
    ['urn:ogc:def:crs:EPSG::2363', 'other-datum'],
    ['urn:ogc:def:crs:EPSG::4214', 'other-datum'],
    ['EPSG:2154', 'unsupported'],
  ])('%s is %s', (name, id) => expect(idOf(readCrsMember({ type: 'name', properties: { name } }))).toBe(id));
  test('none is none', () => expect(readCrsMember(undefined)).toEqual({ kind: 'none' }));
});

test('what a TXT declares is quoted with its keys', () => {
  const keys = new Map([
    ['坐标系', '2000国家大地坐标系'],
    ['几度分带', '3'],
    ['带号', '39'],
  ]);
  const title = '2000国家大地坐标系，几度分带 3，带号 39';
  expect(declaredCrs(keys, [2_750_000, 39_600_000])).toMatchObject({ kind: 'known', title });
});

test('a system is called by its zone, with the meridian that it means and where the zone stands', () => {
  const titleOf = (id: string) => crsTitle(crsOfId(id) ?? gaussKruger(0, null));
  expect(titleOf('4527').zh).toBe('CGCS2000 3 度带第 39 带（中央经线 117°E，带号在前，EPSG:4527）');
  expect(titleOf('4549').en).toBe('CGCS2000 3-degree zone 40 (central meridian 120°E, no zone prefix, EPSG:4549)');
  expect(titleOf('4499').zh).toContain('6 度带第 21 带（中央经线 123°E');
});

test('a name leads back to its system', () => {
  for (const id of ['4490', '4548', '4527:yx', 'local-118.5', 'tm,WGS84,117,0.9996,500000', '3857'])
    expect(crsId(crsOfId(id) ?? gaussKruger(0, null))).toBe(id);
  expect(crsOfId('2154')).toBeNull();
});

describe('magnitude tells systems apart', () => {
  const spread = (...points: [number, number][]): Spread => ({
    points,
    box: [
      Math.min(...points.map(([x]) => x)),
      Math.min(...points.map(([, y]) => y)),
      Math.max(...points.map(([x]) => x)),
      Math.max(...points.map(([, y]) => y)),
    ],
  });
  const at = (id: string, longitude: number, latitude: number) =>
    toPlane(crsOfId(id) ?? gaussKruger(0, null))(longitude, latitude);
  const told = (points: [number, number][]) => {
    const placed = place(spread(...points), { kind: 'none' }, where, 'x');
    return placed.ok
      ? { chosen: placed.chosen && crsId(placed.chosen), choices: placed.choices.map((c) => crsId(c.crs)) }
      : placed.code;
  };

  test('degrees are offered as CGCS2000', () =>
    expect(told([[118.6, 24.9]])).toEqual({ chosen: '4490', choices: ['4490'] }));
  test('a zone prefix leaves no doubt', () => {
    expect(told([at('4527', 118.3, 25)])).toMatchObject({ chosen: '4527' });
    expect(told([at('4528', 118.7, 25)])).toMatchObject({ chosen: '4528' });
  });
  test('an easting that fits one plane only is told', () => {
    expect(told([at('4548', 118.6, 25)])).toMatchObject({ chosen: '4548' });
    expect(told([at('local-118.5', 118.6, 25)])).toMatchObject({ chosen: 'local-118.5' });
  });
  test('where ranges overlap a person chooses', () => {
    const overlap = told([[557_500, 2_750_000]]);
    expect(overlap).toMatchObject({ chosen: null });
    expect(overlap).toMatchObject({ choices: expect.arrayContaining(['4548', 'local-118.5']) });
  });
  test('swapped axes are found and asked about', () => {
    expect(told([[24.9, 118.6]])).toEqual({ chosen: null, choices: ['4490:yx'] });
    const [x, y] = at('4549', 118.7, 24.9);
    expect(told([[y, x]])).toMatchObject({ chosen: null, choices: ['4549:yx'] });
  });
  test('coordinates that fit nothing are refused', () => expect(told([[5, 5]])).toBe('crs-cannot-be-told'));
  test('a declaration that puts the file elsewhere is questioned', () => {
    const declared = readPrj(prj.cm120);
    const placed = place(spread(at('4548', 118.6, 25)), declared, where, 'x');
    expect(placed).toMatchObject({ ok: true, chosen: null, warnings: [{ code: 'declared-outside' }] });
  });
});

describe('areas', () => {
  const side = 258.1989;
  const drawnIn = (id: string) => {
    const crs = crsOfId(id) ?? gaussKruger(0, null);
    const [x, y] = toPlane(crs)(118.6, 24.9);
    const ring: [number, number][] = [
      [x, y],
      [x + side, y],
      [x + side, y + side],
      [x, y + side],
      [x, y],
    ];
    return [[ring.map(([east, north]) => toDegrees(crs)(east, north))]];
  };
  test('agree with the check values of a square drawn in two zones', () => {
    expect(measureAreas(drawnIn('4548')).areaSquareMetres).toBeCloseTo(66_623.61, 1);
    expect(measureAreas(drawnIn('4549')).areaSquareMetres).toBeCloseTo(66_633.81, 1);
    expect(measureAreas(drawnIn('4549'))).toMatchObject({ planarCrs: 'EPSG:4549' });
    expect(measureAreas(drawnIn('4549')).planarSquareMetres).toBeCloseTo(66_666.67, 1);
  });
});

test('a text that names CGCS2000 and no zone is told so, not that it names no datum', () => {
  const declared = declaredCrs(
    new Map([
      ['坐标系', '2000国家大地坐标系'],
      ['几度分带', '3'],
      ['带号', ''],
    ]),
    [2_754_000, 612_000],
  );
  expect(declared).toEqual({ kind: 'datum', title: '2000国家大地坐标系，几度分带 3' });
  const points = [[612_000, 2_754_000] as const];
  const placed = place({ points, box: [612_000, 2_754_000, 612_100, 2_754_100] }, declared, where, 'f.txt');
  expect(placed).toMatchObject({ ok: true, declared: '2000国家大地坐标系，几度分带 3' });
  expect(placed.ok && placed.warnings.map(({ code }) => code)).toEqual(['zone-unstated']);
});
