import { describe, expect, test } from 'vitest';
import { digitsBeside, formatOf } from '../../client/text/format';

const zh = formatOf('zh');
const en = formatOf('en');

describe('figures as the page writes them', () => {
  test('mu with two decimals and hectares with four, together', () => {
    expect(zh.area(100)).toBe('100.00 亩 · 6.6667 公顷');
    expect(en.area(1234.567)).toBe('1,234.57 mu · 82.3045 ha');
    expect(zh.areaOfSquareMetres(2000 / 3)).toBe('1.00 亩 · 0.0667 公顷');
  });

  test.each([
    [0.182, undefined, '18.2 %'],
    [0.182, 0.2, '18.2 %'],
    [0.199998, 0.2, '19.9998 %'],
    [0.20000001, 0.2, '20.000001 %'],
    [0.2, 0.2, '20.0 %'],
    [0.0003, 0, '0.03 %'],
  ])('a share of %f beside the limit %s is %s', (value, limit, text) => {
    expect(zh.share(value, limit)).toBe(text);
  });

  test('no more digits than it takes to differ', () => {
    expect(digitsBeside(15_000_000.01, 15_000_000, 0)).toBe(2);
    expect(digitsBeside(1, 2, 1)).toBe(1);
  });

  test('money in ten thousands with the yuan on demand', () => {
    expect(zh.money(15_000_000)).toBe('1,500.00 万元');
    expect(zh.yuan(15_000_000.5)).toBe('15,000,000.50 元');
  });

  test('dates stay as written', () => {
    expect(zh.date('2026-11-23T08:00:00Z')).toBe('2026-11-23');
  });

  test('statements and clauses in the signs of the language', () => {
    expect(zh.statements([zh.said('连片', '符合'), zh.said('产值', '不符合')])).toBe('连片：符合；产值：不符合');
    expect(en.statements([en.said('output', 'met')])).toBe('output: met');
    expect(zh.clause({ document: '行动方案', article: '三(二)3' })).toBe('行动方案 三（二）3');
  });
});
