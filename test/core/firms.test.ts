import { describe, expect, it } from 'vitest';
import { percentBeside } from '../../server/core/findings';
import { asNumber, exact, exactSum, times } from '../../server/core/firms/decimal';
import { isValidUscc, normalUscc } from '../../server/core/firms/uscc';

describe('unified social credit codes', () => {
  it.each([
    ['91350100M000100Y43', true],
    ['91350100M000100Y44', false],
    ['91350100M000100Y4', false],
    ['91350100I000100Y43', false],
    ['', false],
  ])('%s', (code, valid) => {
    expect(isValidUscc(code)).toBe(valid);
  });

  it('reads full-width, lower-case and spaced codes as one', () => {
    expect(normalUscc(' 91350100m000100y43 ')).toBe(normalUscc('91350100M000100Y43'));
  });
});

describe('exact amounts', () => {
  it.each([0, 0.1, 20, 19.9999, 1e-7, 1.5e21, 123456789.01, -4.2])('%s comes back', (amount) => {
    expect(asNumber(exact(amount))).toBe(amount);
  });

  it('sums tenths without error', () => {
    expect(exactSum([0.1, 0.2])).toBe(exact(0.3));
    expect(times(exact(100), 0.2)).toBe(exact(20));
  });
});

describe('percentages beside a limit', () => {
  it.each([
    [0.199998, 0.2, '19.9998 %'],
    [0.2, 0.2, '20 %'],
    [0.195, 0.2, '19.5 %'],
    [0.2000001, 0.2, '20.00001 %'],
  ])('%s', (share, limit, text) => {
    expect(percentBeside(share, limit)).toBe(text);
  });
});
