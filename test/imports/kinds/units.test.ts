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
