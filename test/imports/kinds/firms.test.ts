import { expect, test } from 'vitest';
import { inventUscc as usccOf } from '../../../scripts/sample-city/uscc';
import { firmYears } from '../../../server/imports/kinds/firm-years';
import { firms } from '../../../server/imports/kinds/firms';
import { testDatabase } from '../../support/database';
import { bring, everything, type Given, redo, takeBack } from './bringing';

const db = await testDatabase({ sample: false });
const firm = (n: number, more: Record<string, unknown> = {}): Given => ({
  cells: { 统一社会信用代码: usccOf(n), 企业名称: `企业${n}`, ...more },
});
const list = Array.from({ length: 30 }, (_, n) =>
  firm(n, {
    所属县区: n % 2 ? '晋江' : '福建省泉州市南安市',
    等级: n % 3 ? '专精特新中小企业(2024-05-06至2027-05-05)、高新技术企业' : '创新型中小企业',
    认定日期: '2024年1月31日',
    细分领域: '电子新材料',
    经度: 118.6,
    纬度: 24.9 + n / 1000,
  }),
);
const stored = (uscc: string) =>
  db.query({
    text: `select f.name, f.unit, f.segment, st_astext(f.geom) as at, (select jsonb_agg(jsonb_build_array(g.grade, g.valid_from, g.valid_until)
             order by g.grade) from firm_grade g where g.firm = f.id) as grades from firm f where uscc = $1`,
    values: [uscc],
  });

test('a list of firms comes in with grades and places, is updated, replaced and taken back exactly', async () => {
  const empty = await everything(db);
  const first = await bring(db, firms, list);
  expect(first).toMatchObject({ inserted: 30, updated: 0, unchanged: 0, held: {} });
  expect(await stored(usccOf(1))).toEqual([
    {
      name: '企业1',
      unit: 'jinjiang',
      segment: 'electronic-materials',
      at: 'POINT(118.6 24.901)',
      grades: [['specialized', '2024-05-06', '2027-05-05']],
    },
  ]);
  const once = await everything(db);

  const twice = await bring(db, firms, list);
  expect(twice.held).toEqual(Object.fromEntries(list.map((_, n) => [n + 1, 'key-taken'])));
  await takeBack(db, twice);
  const changes = [
    firm(0, { 企业名称: '新名' }),
    firm(1, { 等级: '小巨人', 认定日期: '2025/6/1' }),
    list[2] as Given,
    firm(99),
  ];
  const update = await bring(db, firms, changes, { mode: 'update' });
  expect(update).toMatchObject({ inserted: 1, updated: 2, unchanged: 1 });
  expect(await stored(usccOf(1))).toMatchObject([
    {
      unit: 'jinjiang',
      grades: [
        ['little-giant', '2025-06-01', null],
        ['specialized', '2024-05-06', '2027-05-05'],
      ],
    },
  ]);
  await takeBack(db, update);
  expect(await everything(db)).toEqual(once);

  const replaced = await bring(db, firms, list.slice(5), { mode: 'replace', replaces: first.id });
  expect(replaced).toMatchObject({ inserted: 0, updated: 0, unchanged: 25, removed: 5 });
  await takeBack(db, replaced);
  expect(await everything(db)).toEqual(once);
  const withdrawal = await takeBack(db, first);
  expect(await everything(db)).toEqual(empty);
  await redo(db, withdrawal);
  expect(await everything(db)).toEqual(once);
  await takeBack(db, first);
});

test('what cannot be read of a firm holds it back by name', async () => {
  const wrong: [Record<string, unknown>, string][] = [
    [{ 统一社会信用代码: '91350100M000100Y44' }, 'uscc-invalid'],
    [{ 统一社会信用代码: null }, 'value-missing'],
    [{ 等级: '特级企业', 认定日期: '2024-01-01' }, 'grade-unreadable'],
    [{ 等级: '创新型' }, 'grade-undated'],
    [{ 等级: '创新型', 认定日期: '2024年' }, 'date-unreadable'],
    [{ 等级: '创新型', 认定日期: '2024-02-30' }, 'date-unreadable'],
    [{ 等级: '创新型(2024-05-01至2023-05-01)' }, 'dates-reversed'],
    [{ 所属县区: '北京市' }, 'unit-unknown'],
    [{ 所在地块编号: 'X-1' }, 'plot-unknown'],
    [{ 经度: 118.6 }, 'location-partial'],
    [{ 经度: 39_500_000, 纬度: 2_750_000 }, 'location-partial'],
    [{ 企业名称: null }, 'firm-name-missing'],
  ];
  const { held, ...done } = await bring(
    db,
    firms,
    wrong.map(([cells], n) => firm(200 + n, cells)),
  );
  expect(held).toEqual(Object.fromEntries(wrong.map(([, code], n) => [n + 1, code])));
  await takeBack(db, done);
});

test('grades are read from a column each, from spreadsheet days and from periods', async () => {
  const read = (cells: Record<string, unknown>, columns: Record<string, string>) =>
    firms.read(
      { uscc: usccOf(1), ...cells },
      { columns: { uscc: 'uscc', ...columns }, areaUnit: 'mu' },
      () => undefined,
    );
  const each = { innovative: 'a', specialized: 'b', littleGiant: 'c', awardedOn: 'd', validUntil: 'e' };
  expect(read({ a: 45_292, b: '是', c: '否', d: '20240301', e: '三年' }, each).fields.grades).toEqual([
    { grade: 'innovative', from: '2024-01-01', until: null, document: null },
    { grade: 'specialized', from: '2024-03-01', until: null, document: null },
  ]);
  expect(
    read({ g: '创新型/小巨人', e: '2023.07.14-2026.07.13' }, { grades: 'g', validUntil: 'e' }).fields.grades,
  ).toEqual([
    { grade: 'innovative', from: '2023-07-14', until: '2026-07-13', document: null },
    { grade: 'little-giant', from: '2023-07-14', until: '2026-07-13', document: null },
  ]);
});

test('a row for each award makes one firm; rows that contradict each other make none', async () => {
  const award = (n: number, grade: string, from: string, more = {}) =>
    firm(n, { 等级: grade, 认定日期: from, ...more });
  const rows = [
    award(300, '创新型', '2023-01-05'),
    award(300, '专精特新', '2024-01-05', { 企业名称: null, 所属县区: '晋江市' }),
    award(301, '创新型', '2023-01-05', { 企业名称: '甲' }),
    award(301, '小巨人', '2024-01-05', { 企业名称: '乙' }),
    award(302, '创新型', '2023-01-05'),
    award(302, '创新型', '2023-01-05'),
  ];
  const brought = await bring(db, firms, rows);
  expect(brought).toMatchObject({
    inserted: 3,
    held: { 3: 'key-repeated', 4: 'key-repeated', 6: 'duplicate-record' },
  });
  expect(await stored(usccOf(300))).toMatchObject([
    {
      unit: 'jinjiang',
      grades: [
        ['innovative', '2023-01-05', null],
        ['specialized', '2024-01-05', null],
      ],
    },
  ]);
  const replaced = await bring(db, firms, rows.slice(1, 2), { mode: 'replace', replaces: brought.id });
  expect(replaced).toMatchObject({ updated: 1, removed: 1 });
  expect(await stored(usccOf(300))).toMatchObject([{ name: '企业300', grades: [['specialized', '2024-01-05', null]] }]);
  await takeBack(db, replaced);
  await takeBack(db, brought);
});

const years = () =>
  db.query({ text: 'select year, output_cny as output, tax_cny as tax from firm_year order by firm, year' });

test('yearly figures come in from long and wide tables in the unit of their headers, and go exactly', async () => {
  const known = await bring(db, firms, list);
  const before = await everything(db);
  const wide = list.map((_, n) => ({
    cells: { 信用代码: usccOf(n), '2023年产值（万元）': `${n},234.56`, '2024年产值（万元）': 10, '2024年税收(元)': n },
  }));
  const brought = await bring(db, firmYears, wide);
  expect(brought).toMatchObject({ inserted: 30, held: {} });
  expect((await years()).slice(0, 2)).toEqual([
    { year: 2023, output: 2_345_600, tax: null },
    { year: 2024, output: 100_000, tax: 0 },
  ]);
  const once = await everything(db);
  const long = [
    { cells: { uscc: usccOf(0), 年度: 2024, '税收(万元)': 7 } },
    { cells: { uscc: usccOf(0), 年度: '2025年', '税收(万元)': 8.5 } },
  ];
  const update = await bring(db, firmYears, long, { mode: 'update' });
  expect(update).toMatchObject({ inserted: 1, updated: 1 });
  expect((await years()).slice(1, 3)).toEqual([
    { year: 2024, output: 100_000, tax: 70_000 },
    { year: 2025, output: null, tax: 85_000 },
  ]);
  await takeBack(db, update);
  expect(await everything(db)).toEqual(once);
  const replaced = await bring(db, firmYears, long, { mode: 'replace', replaces: brought.id });
  expect(replaced).toMatchObject({ inserted: 1, updated: 1, removed: 59 });
  await takeBack(db, replaced);
  expect(await everything(db)).toEqual(once);

  await expect(takeBack(db, known)).rejects.toMatchObject({ code: 'import-in-use' });
  await takeBack(db, brought);
  expect(await everything(db)).toEqual(before);
  await takeBack(db, known);
});

test('faults of yearly figures never carry the figure', async () => {
  const known = await bring(db, firms, list);
  const wrong: [Record<string, unknown>, string][] = [
    [{ 年度: 2024, 产值: 4_711 }, 'money-unit-unknown'],
    [{ 年度: 2024, 产值: '-4711万元' }, 'amount-negative'],
    [{ 年度: 2024, 产值: '4711?万元' }, 'amount-unreadable'],
    [{ 年度: '去年', 产值: '4711万元' }, 'year-unreadable'],
    [{ 年度: 1024, 产值: '4711万元' }, 'year-unreadable'],
    [{ 产值: '4711万元' }, 'value-missing'],
    [{ 年度: 2024, 产值: null }, 'figures-missing'],
    [{ uscc: usccOf(777), 年度: 2024, 产值: '4711万元' }, 'firm-unknown'],
    [{ uscc: usccOf(8), 年度: 2024, 产值: '4711万元' }, 'key-repeated'],
    [{ uscc: usccOf(8), '2023年产值(万元)': 1, '2024年产值(万元)': 4712 }, 'key-repeated'],
    [{ uscc: usccOf(9), 年度: 2024, 产值: '4711万元' }, 'duplicate-number'],
    [{ uscc: usccOf(9), 年度: 2024, 产值: '4712万元' }, 'duplicate-number'],
  ];
  const given = wrong.map(([cells], n) => ({ cells: { uscc: usccOf(n), ...cells } }));
  const brought = await bring(db, firmYears, given);
  expect(brought.held).toEqual(Object.fromEntries(wrong.map(([, code], n) => [n + 1, code])));
  const told = await db.query({
    text: 'select args, number from import_record where import = $1',
    values: [brought.id],
  });
  expect(JSON.stringify(told)).not.toMatch(/471/);
  await takeBack(db, brought);
  await takeBack(db, known);
});

test('a title of another programme is noted as unreadable, and a file without a year says so', async () => {
  const noted: unknown[] = [];
  const { fields } = firms.read(
    { uscc: usccOf(1), 认定等级: '高新技术企业、创新型(2024-05-06)' },
    { columns: { uscc: 'uscc', grades: '认定等级' }, areaUnit: 'mu' },
    (...note) => noted.push(note),
  );
  expect(fields.grades).toMatchObject([{ grade: 'innovative' }]);
  expect(noted).toEqual([['grades', '认定等级', '高新技术企业']]);
  expect(firms.fields.find(({ id }) => id === 'grades')?.names).toEqual(
    expect.arrayContaining(['认定等级', '企业等级', '梯度等级', '等级']),
  );

  const column = '工业总产值（万元）';
  const columns = { uscc: 'uscc', output: column };
  const year = firmYears.read({ uscc: usccOf(1), [column]: 5 }, { columns, areaUnit: 'mu' }, () => undefined);
  expect(year.fault).toMatchObject({ code: 'year-missing', args: { column } });
});

test('the source of an import never names the person who brought it in', async () => {
  const brought = await bring(db, firms, list.slice(0, 1));
  const sources = await db.query({
    text: `select s.publisher, s.licence, s.title ->> 'zh' like '%' || i.actor || '%' as named, s.publisher = i.actor as told
           from source s join import i on s.id = 'import-' || i.id where i.id = $1`,
    values: [brought.id],
  });
  expect(sources).toEqual([
    {
      publisher: '来文单位未填 / sender not given',
      licence: '以来文单位所附为准 / as given by the sender',
      named: false,
      told: false,
    },
  ]);
  await takeBack(db, brought);
});
