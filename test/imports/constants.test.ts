import { expect, test } from 'vitest';
import { actor, previewed, quarantine, settled, written } from '../fixtures/uploads';
import { testApp } from '../support/app';

const { app, db } = await testApp({ sample: false });
const csv = (...lines: string[]) => Buffer.from(lines.join('\n'));
const targets = () =>
  db.query({ text: 'select unit, year, measure, target from unit_target order by unit, measure collate "C", year' });

test('the annex of the plan, a column for each measure, is told for what it is and takes its year from the reader', async () => {
  const ready = await previewed(
    app,
    csv(
      '附件1 各县（市、区）培育目标,,,',
      '序号,县（市、区）,创新型中小企业,专精特新中小企业',
      '1,晋江市,120,40',
      '2,南安市,90,30',
    ),
    '附件1.csv',
  );
  expect(ready.preview).toMatchObject({ kind: 'unit-targets', mapping: { columns: { unit: '县（市、区）' } } });
  expect(ready.preview?.rows.map(({ fault }) => fault)).toEqual([
    expect.stringContaining('year'),
    expect.stringContaining('year'),
  ]);
  const mapping = { ...ready.preview?.mapping, constants: { year: '2025' } };
  const answer = await app.inject({
    method: 'PATCH',
    url: `/api/imports/${ready.id}`,
    headers: actor,
    payload: { mapping },
  });
  expect(answer.statusCode, answer.body).toBe(200);
  const again = await settled(app, ready.id);
  expect(again.preview).toMatchObject({ mapping: { constants: { year: '2025' } } });
  expect(again.preview?.rows.map(({ fault }) => fault)).toEqual([null, null]);
  const done = await written(app, again);
  expect(done.report).toMatchObject({ accepted: 2, quarantined: 0 });
  expect(await targets()).toEqual([
    { unit: 'jinjiang', year: 2025, measure: 'innovative', target: 120 },
    { unit: 'jinjiang', year: 2025, measure: 'specialized', target: 40 },
    { unit: 'nanan', year: 2025, measure: 'innovative', target: 90 },
    { unit: 'nanan', year: 2025, measure: 'specialized', target: 30 },
  ]);
});

test('a record that is mended reads the constants too, and a value of its own goes before them', async () => {
  const ready = await previewed(app, csv('县区,指标,目标值', '某某县,小巨人,5', '另一县,小巨人,6'), '目标.csv');
  const mapping = { ...ready.preview?.mapping, constants: { year: '2026' } } as never;
  const done = await written(app, ready, { mapping });
  const held = await quarantine(app, done.id);
  expect(held.map(({ code }) => code)).toEqual(['unit-unknown', 'unit-unknown']);
  for (const [record, values] of [
    [1, { unit: '晋江市' }],
    [2, { unit: '晋江市', year: '2027' }],
  ] as const) {
    const payload = { records: [record], how: 'values', values };
    const url = `/api/imports/${done.id}/quarantine/mend`;
    const answer = await app.inject({ method: 'POST', url, headers: actor, payload });
    expect(answer.json().rows).toMatchObject([{ record, ok: true }]);
  }
  expect((await targets()).filter((row) => row.measure === 'little-giant')).toEqual([
    { unit: 'jinjiang', year: 2026, measure: 'little-giant', target: 5 },
    { unit: 'jinjiang', year: 2027, measure: 'little-giant', target: 6 },
  ]);
});
