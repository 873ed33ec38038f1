import { describe, expect, test } from 'vitest';
import { guessAreaUnit, guessColumns } from '../../server/imports/guess-mapping';
import { parcels } from '../../server/imports/kinds/parcels';
import { openProfiles } from '../../server/imports/profile-columns';
import {
  readAmount,
  readShare,
  readStatus,
  readTenure,
  readText,
  readUse,
  readYesNo,
} from '../../server/imports/read-values';

const guess = (rows: Record<string, unknown>[]) => {
  const { add, profiles } = openProfiles([...new Set(rows.flatMap(Object.keys))]);
  for (const row of rows) add(row);
  return guessColumns(parcels.fields, profiles(), rows.length);
};

describe('columns are guessed', () => {
  test('by pinyin initials', () => {
    const rows = [1, 2, 3].map((n) => ({
      OBJECTID: n,
      DKBH: `B${n}`,
      DKMC: '一号地',
      DKMJ: '12.5',
      YDXZ: '工业用地',
      QSXZ: '国有',
      RJL: 1.5,
      JZMD: '40%',
      LDL: 20,
      XG: 24,
      DKZT: '闲置',
    }));
    expect(guess(rows)).toEqual({
      number: 'DKBH',
      name: 'DKMC',
      area: 'DKMJ',
      use: 'YDXZ',
      tenure: 'QSXZ',
      plotRatio: 'RJL',
      buildingDensity: 'JZMD',
      greenShare: 'LDL',
      heightLimit: 'XG',
      status: 'DKZT',
    });
  });
  test('by Chinese names', () => {
    expect(guess([{ 宗地编号: 'a', 地块名称: 'b', 实测面积: 3, 容积率: '2.0' }])).toEqual({
      number: '宗地编号',
      name: '地块名称',
      area: '实测面积',
      plotRatio: '容积率',
    });
  });
  test('the id stands in for a number that repeats', () => {
    const rows = Array.from({ length: 10 }, (_, n) => ({ id: `x${n}`, number: 'same' }));
    expect(guess(rows).number).toBe('id');
  });
  test('a number with a few repeats stays the number, so that the repeats are reported', () => {
    expect(
      guess([
        { id: 1, DKBH: 'a' },
        { id: 2, DKBH: 'a' },
        { id: 3, DKBH: 'b' },
      ]).number,
    ).toBe('DKBH');
  });
  test('a column of words is not an area', () => expect(guess([{ MJ: '待测' }]).area).toBeUndefined());
});

test.each([
  ['square-metres', 1],
  ['hectares', 1e-4],
  ['mu', 0.0015],
  [null, 1e-6],
])('the unit of areas is told by their ratio: %s', (unit, factor) => {
  const pairs = [800, 1200, 5000].map((computed) => ({ computed, declared: computed * factor * 1.02 }));
  expect(guessAreaUnit(pairs)).toBe(unit);
});

test('values are read as people write them', () => {
  expect(readText(' 3505-01 ')).toBe('3505-01');
  expect(readAmount('1,234.5')).toBe(1234.5);
  expect(readAmount('15.2亩')).toBe(15.2);
  expect(readAmount('-3')).toBeNull();
  expect(readShare('40%')).toBe(0.4);
  expect(readShare(35)).toBe(0.35);
  expect(readShare(0.35)).toBe(0.35);
  expect(readShare(400)).toBeNull();
  expect(readYesNo('是')).toBe(true);
  expect(readYesNo('否')).toBe(false);
  expect(readYesNo('也许')).toBeNull();
  expect(readStatus('批而未供')).toBe('approved-not-supplied');
  expect(readStatus('供而未用')).toBe('supplied-not-started');
  expect(readTenure('国有土地使用权')).toBe('state');
  expect(readTenure('30')).toBe('collective');
});

test('a use is told by its words first, and by a code only where its standard is known', () => {
  expect(readUse('一类工业用地', 'YDXZ')).toBe('industrial');
  expect(readUse('M1', 'YDXZ')).toBe('industrial');
  expect(readUse('0601', 'DLBM')).toBe('industrial');
  expect(readUse('1001', 'YDYHFLDM')).toBe('industrial');
  expect(readUse('1001', 'DLBM')).toBe('transport');
  expect(readUse('1001', 'code')).toBeNull();
  expect(readUse('0101', 'code')).toBe('farmland');
});
