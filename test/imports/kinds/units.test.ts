import { expect, test } from 'vitest';
import { quotas } from '../../../server/imports/kinds/quotas';
import { unitTargets } from '../../../server/imports/kinds/unit-targets';
import { testDatabase } from '../../support/database';
import { bring, everything, takeBack } from './bringing';

const db = await testDatabase({ sample: false });
const units = ['鲤城区', '丰泽', '350504', '晋江市', '福建省泉州市南安市', 'huian'];

test('targets come in with their comparators, one row a year or a column a year', async () => {
  const empty = await everything(db);
  const wide = units.flatMap((unit) =>
    ['创新型中小企业', '专精特新中小企业', '专精特新“小巨人”企业', '营业收入（亿元）'].map((measure, n) => ({
      cells: {
        县区: unit,
        指标: measure,
        '2023年目标': `${n + 5}家以上`,
        '2024年目标': `约 ${n + 6}`,
        '2023年完成': n,
      },
    })),
  );
  const first = await bring(db, unitTargets, wide);
  expect(first).toMatchObject({ inserted: 24, held: {} });
  const rows = () =>
    db.query({
      text: `select year, measure, comparator, target, actual from unit_target where unit = 'nanan' order by measure, year`,
    });
  expect((await rows()).slice(0, 2)).toEqual([
    { year: 2023, measure: 'innovative', comparator: 'at-least', target: 5, actual: 0 },
    { year: 2024, measure: 'innovative', comparator: 'about', target: 6, actual: null },
  ]);
  const once = await everything(db);
  const long = [
    { cells: { 县区: '南安市', 年度: 2024, 指标: '创新型中小企业', 目标值: '超过8家', 完成值: 9 } },
    { cells: { 县区: '南安市', 年度: 2026, 指标: '创新型中小企业', 目标值: 8 } },
  ];
  const update = await bring(db, unitTargets, long, { mode: 'update' });
  expect(update).toMatchObject({ inserted: 1, updated: 1 });
  expect((await rows())[1]).toEqual({ year: 2024, measure: 'innovative', comparator: 'above', target: 8, actual: 9 });
  await takeBack(db, update);
  expect(await everything(db)).toEqual(once);
  const replaced = await bring(db, unitTargets, long, { mode: 'replace', replaces: first.id });
  expect(replaced).toMatchObject({ inserted: 1, updated: 1, removed: 47 });
  await takeBack(db, replaced);
  await takeBack(db, first);
  expect(await everything(db)).toEqual(empty);
});

test('targets come in with a column for each measure, the year in a column, in the headers or the same for all', async () => {
  const empty = await everything(db);
  const rows = () =>
    db.query({
      text: `select year, measure, comparator, target, actual from unit_target where unit = 'jinjiang' order by year, measure collate "C"`,
    });
  const one = (cells: Record<string, unknown>) => [
    { cells: { 序号: 1, 县区: '晋江市', ...cells, 备注: '见附件1', 合计: 99 } },
  ];
  const plain = {
    创新型中小企业: 120,
    '专精特新中小企业（含“小巨人”）': '40家以上',
    '专精特新“小巨人”企业': '约8',
    '收储面积（亩）': 300,
  };
  const measures = [
    ['innovative', 'target', 120],
    ['little-giant', 'about', 8],
    ['specialized', 'at-least', 40],
    ['收储面积(亩)', 'target', 300],
  ];
  const expected = measures.map(([measure, comparator, target]) => ({
    year: 2025,
    measure,
    comparator,
    target,
    actual: null,
  }));
  const byColumn = await bring(db, unitTargets, one({ 年度: 2025, ...plain }));
  expect(byColumn).toMatchObject({ inserted: 1, held: {} });
  expect(await rows()).toEqual(expected);
  await takeBack(db, byColumn);
  const byConstant = await bring(db, unitTargets, one(plain), { constants: { year: '2025' } });
  expect(await rows()).toEqual(expected);
  await takeBack(db, byConstant);
  const headers = one({
    '2024年·创新型企业目标': 100,
    '2024年·创新型企业完成': 90,
    '2024年·创新型完成率': '90%',
    '2025年创新型累计(不低于)': 110,
    '2025年创新型新增': 20,
    供地: '5 宗',
    责任单位: '3科',
  });
  expect((await bring(db, unitTargets, headers)).held).toEqual({ 1: 'value-missing' });
  const byHeader = await bring(db, unitTargets, [{ cells: { ...headers[0]?.cells, 供地: null } }]);
  expect(byHeader.held).toEqual({});
  expect(await rows()).toEqual([
    { year: 2024, measure: 'innovative', comparator: 'target', target: 100, actual: 90 },
    { year: 2025, measure: 'innovative', comparator: 'at-least', target: 110, actual: null },
    { year: 2025, measure: '创新型新增', comparator: 'target', target: 20, actual: null },
  ]);
  const wrong = await bring(db, unitTargets, one({ 年度: 2026, 创新型: '若干' }));
  expect(wrong.held).toEqual({ 1: 'amount-unreadable' });
  const none = await bring(db, unitTargets, one({ 年度: 2026 }));
  expect(none.held).toEqual({ 1: 'value-missing' });
  for (const each of [byHeader, wrong, none]) await takeBack(db, each);
  for (const { id } of await db.query<{ id: string }>({
    text: `select id from import where phase = 'done' and not undone`,
  }))
    await takeBack(db, { id });
  expect(await everything(db)).toEqual(empty);
});

test('a table of units with a column for each measure is told from a list of firms', () => {
  const likeness = (...columns: string[]) => unitTargets.likeness({ shape: 'none', columns, name: 'Sheet1' });
  expect(likeness('县区', '创新型中小企业', '专精特新中小企业')).toBe(0.5);
  expect(likeness('县区', '创新型中小企业')).toBe(0);
  expect(likeness('企业名称', '县区', '创新型中小企业', '专精特新中小企业')).toBe(0);
});

test('faults of targets by name', async () => {
  const good = { 县区: '南安市', 年度: 2024, 指标: '创新型', 目标值: 8 };
  const wrong: [Record<string, unknown>, string][] = [
    [{ 县区: '某某县' }, 'unit-unknown'],
    [{ 县区: null }, 'value-missing'],
    [{ 指标: null }, 'value-missing'],
    [{ 目标值: null }, 'figures-missing'],
    [{ 目标值: '若干' }, 'amount-unreadable'],
    [{ 目标值: -3 }, 'amount-negative'],
    [{ 年度: 20_245 }, 'year-unreadable'],
    [{}, 'key-repeated'],
    [{ 县区: 'nanan', 目标值: 9 }, 'key-repeated'],
  ];
  const brought = await bring(
    db,
    unitTargets,
    wrong.map(([cells]) => ({ cells: { ...good, ...cells } })),
  );
  expect(brought.held).toEqual(Object.fromEntries(wrong.map(([, code], n) => [n + 1, code])));
  await takeBack(db, brought);
});

test('quotas come in one unit of measure each, from a column for each resource or a row for each', async () => {
  const empty = await everything(db);
  const wide = units.map((unit, n) => ({
    cells: {
      县区: unit,
      年度: 2026,
      '用地指标(公顷)': n + 1,
      '能耗指标(万吨标准煤)': 1.5,
      碳排放指标: `${n}万吨二氧化碳`,
      '排放指标(吨)': 3,
    },
  }));
  const first = await bring(db, quotas, wide);
  expect(first).toMatchObject({ inserted: 6, held: {} });
  expect(
    await db.query({
      text: `select resource, amount, unit_of_measure as "in" from quota where unit = 'fengze' order by resource`,
    }),
  ).toEqual([
    { resource: 'carbon', amount: 10_000, in: 'tCO2' },
    { resource: 'emissions', amount: 3, in: 't' },
    { resource: 'energy', amount: 15_000, in: 'tce' },
    { resource: 'land', amount: 30, in: 'mu' },
  ]);
  const once = await everything(db);
  const long = [
    { cells: { 县区: '丰泽区', 年度: 2026, 资源: '用地', 数量: 2000, 单位: '平方米' } },
    { cells: { 县区: '丰泽区', 年度: 2026, 资源: '能耗', 数量: 15_000, 单位: '吨标煤' } },
    { cells: { 县区: '丰泽区', 年度: 2027, 资源: '污染物排放（吨）', 数量: 2 } },
  ];
  const update = await bring(db, quotas, long, { mode: 'update' });
  expect(update).toMatchObject({ inserted: 1, updated: 1, unchanged: 1 });
  await takeBack(db, update);
  expect(await everything(db)).toEqual(once);
  const replaced = await bring(db, quotas, long, { mode: 'replace', replaces: first.id });
  expect(replaced.removed).toBe(22);
  await takeBack(db, replaced);
  const wrong: [Record<string, unknown>, string][] = [
    [{ 资源: '水' }, 'kind-unreadable'],
    [{ 单位: '吨' }, 'measure-unit-unknown'],
    [{ 数量: -1 }, 'amount-negative'],
    [{ 年度: null }, 'value-missing'],
    [{}, 'key-taken'],
  ];
  const held = await bring(
    db,
    quotas,
    wrong.map(([cells]) => ({ cells: { ...long[0]?.cells, ...cells } })),
  );
  expect(held.held).toEqual(Object.fromEntries(wrong.map(([, code], n) => [n + 1, code])));
  await takeBack(db, held);
  await takeBack(db, first);
  expect(await everything(db)).toEqual(empty);
});
