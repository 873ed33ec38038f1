import { describe, expect, it } from 'vitest';
import { gradesRunningOut } from '../../server/core/firms/running-out';
import type { FirmCase } from '../../server/core/firms/standing';
import { sayTitle, type TitleInput, title } from '../../server/core/title';
import { at, line, object, plot, ruleset } from './drawing';

const park = [plot('1', 0, 0, 100, 100), plot('2', 100, 0, 100, 100)];
/** The example of GB 32100-2015 itself. */
const validCode = '91350100M000100Y43';

/** A firm of some grade with its output of 2024. */
const firm = (
  n: number,
  grade: FirmCase['grades'][number]['grade'] | null,
  output: number | null,
  more = {},
): FirmCase => ({
  uscc: `F${n}`,
  name: `firm ${n}`,
  grades: grade ? [{ grade, from: '2024-01-01' }] : [],
  ...(output !== null && { outputCny: { '2024': output } }),
  ...more,
});
const four = (output: number | null = 10) => [1, 2, 3, 4].map((n) => firm(n, 'specialized', output));
const judge = (firms: FirmCase[], more: Partial<TitleInput> = {}) =>
  title({ park, firms, asOf: '2025-06-30', ...more }, ruleset);
const verdicts = (finding: ReturnType<typeof judge>) => finding.tests.map(({ verdict }) => verdict);
const test = (finding: ReturnType<typeof judge>, n: number) => finding.tests[n] as (typeof finding.tests)[number];

describe('specialized count', () => {
  it.each([
    [3, 'unmet'],
    [4, 'met'],
    [5, 'met'],
  ])('%i firms', (count, verdict) => {
    const finding = judge(Array.from({ length: count }, (_, i) => firm(i, 'specialized', 1)));
    expect(test(finding, 0)).toMatchObject({ verdict, value: count, limit: 4 });
    expect(finding.whatIf.specializedFirmsShort).toBe(Math.max(0, 4 - count));
  });

  it('counts little giants, not innovative or technology SMEs', () => {
    const firms = [firm(1, 'little-giant', 1), firm(2, 'innovative', 1), firm(3, 'technology', 1)];
    const count = test(judge(firms), 0);
    expect(count).toMatchObject({ value: 1, firms: ['F1'] });
    expect(count.notes.map(({ code }) => code)).toContain('technology-not-counted');
  });

  it('counts a firm once, however its code is written', () => {
    const firms = [...four().slice(0, 3), firm(3, 'specialized', 10), { ...firm(3, 'little-giant', 10), uscc: ' f3 ' }];
    expect(test(judge(firms), 0)).toMatchObject({ value: 3, verdict: 'unmet' });
  });

  it.each([
    ['the day of award', '2022-03-01', null, '2022-03-01', true],
    ['before award', '2022-03-01', null, '2022-02-28', false],
    ['the day before the third anniversary', '2022-03-01', null, '2025-02-28', true],
    ['the third anniversary', '2022-03-01', null, '2025-03-01', false],
    ['awarded on a leap day', '2024-02-29', null, '2027-02-28', true],
    ['the day of a recorded end', '2022-03-01', '2025-03-01', '2025-03-01', true],
    ['after a recorded end', '2022-03-01', '2023-03-01', '2023-03-02', false],
  ])('a grade on %s', (_, from, until, asOf, valid) => {
    const one = { ...firm(1, null, 1), grades: [{ grade: 'specialized' as const, from, until }] };
    expect(test(judge([one], { asOf }), 0).value).toBe(valid ? 1 : 0);
  });

  it.each([
    ['a plot of the park', { plot: '2' }, true],
    ['another plot', { plot: '9' }, false],
    ['another plot, whatever its place', { plot: '9', location: { type: 'Point', coordinates: at([50, 50]) } }, false],
    ['a place in the park', { location: { type: 'Point', coordinates: at([150, 50]) } }, true],
    ['a place on its edge', { location: { type: 'Point', coordinates: at([200, 50]) } }, true],
    ['a place outside', { location: { type: 'Point', coordinates: at([201, 50]) } }, false],
    ['neither', {}, true],
  ])('a firm with %s', (_, where, inside) => {
    expect(test(judge([firm(1, 'specialized', 1, where)]), 0).value).toBe(inside ? 1 : 0);
  });

  it('does not let a mistyped code make two firms of one', () => {
    const valid = { ...firm(1, 'specialized', 1), uscc: validCode, name: '同名' };
    const typo = { ...firm(2, 'specialized', 1), uscc: '91350100M000100Y44', name: '同 名' };
    const finding = judge([valid, typo, ...four().slice(0, 2)]);
    expect(test(finding, 0)).toMatchObject({ verdict: 'unknown', value: 3 });
    expect(test(judge([valid, typo, ...four().slice(0, 3)]), 0)).toMatchObject({ verdict: 'met', value: 4 });
    const three = judge([valid, typo, ...four().slice(0, 2)].map((one) => ({ ...one, outputCny: {} })));
    expect(test(three, 0).missing.map(({ code }) => code)).toEqual(['firm-identity']);
  });
});

describe('output share', () => {
  const share = (graded: (number | null)[], others: (number | null)[]) =>
    test(
      judge([
        ...graded.map((output, i) => firm(i, 'innovative', output)),
        ...others.map((output, i) => firm(100 + i, null, output)),
      ]),
      2,
    );

  it.each([
    ['exactly 20 %', [20], [80], 'met', 0.2],
    ['just below', [19.9999], [80.0001], 'unmet', 0.199999],
    ['just above', [20.0001], [79.9999], 'met', 0.200001],
    ['exactly 20 % in tenths that doubles cannot hold', [0.1, 0.2], [1.1, 0.1], 'met', 0.2],
    ['exactly 20 % of large sums', [123456789.01], [493827156.04], 'met', 0.2],
    ['one fen short in 6 thousand million', [1234567890.99], [4938271564], 'unmet', 0.2],
    ['no graded output', [], [5], 'unmet', 0],
    ['graded only', [5], [], 'met', 1],
  ])('%s', (_, graded, others, verdict, value) => {
    const finding = share(graded, others);
    expect(finding.verdict).toBe(verdict);
    expect(finding.value).toBeCloseTo(value, 6);
    expect(finding.missing).toEqual([]);
  });

  it.each([
    ['a graded firm missing, share met without it', [20, null], [80], 'met'],
    ['a graded firm missing, share short without it', [19, null], [81], 'unknown'],
    ['another firm missing, share short without it', [19], [81, null], 'unmet'],
    ['another firm missing, share met without it', [20], [80, null], 'unknown'],
    ['both missing', [20, null], [80, null], 'unknown'],
    ['all missing', [null], [null], 'unknown'],
    ['no graded firm, others missing', [], [null], 'unmet'],
    ['only graded firms, all missing', [null], [], 'unknown'],
    ['a negative figure', [20], [80, -5], 'unknown'],
    ['no output at all', [0], [0], 'unknown'],
    ['no firm at all', [], [], 'unknown'],
  ])('%s', (_, graded, others, verdict) => {
    const finding = share(graded, others);
    expect(finding.verdict).toBe(verdict);
    if (verdict === 'unknown') {
      expect(finding.value).toBeNull();
      expect(finding.missing).not.toEqual([]);
    } else expect(finding.notes.map(({ code }) => code)).toContain('missing-cannot-change');
  });

  it('takes the year asked for, else the last full year', () => {
    const firms = [firm(1, 'specialized', null, { outputCny: { '2023': 1, '2024': 2 } })];
    expect(judge(firms).outputYear).toBe(2024);
    expect(judge(firms, { asOf: '2024-12-31' }).outputYear).toBe(2023);
    expect(judge(firms, { outputYear: 2022 }).tests[2]?.verdict).toBe('unknown');
  });

  it('leaves out firms outside the park, and takes one record of a repeated firm', () => {
    const firms = [
      firm(1, 'specialized', 20),
      firm(1, 'specialized', 20),
      firm(2, null, 80),
      firm(3, null, 500, { plot: 'x' }),
    ];
    expect(test(judge(firms), 2)).toMatchObject({ verdict: 'met', value: 0.2 });
  });

  it('takes contradicting records as missing', () => {
    const firms = [firm(1, 'specialized', 20), firm(2, null, 80), firm(2, null, 81)];
    const finding = test(judge(firms), 2);
    expect(finding.missing.map(({ code }) => code)).toEqual(['output-conflict']);
    expect(finding.verdict).toBe('unknown');
  });
});

describe('what if', () => {
  it('gives output short by route', () => {
    const { whatIf } = judge([firm(1, 'specialized', 10), firm(2, null, 90)]);
    expect(whatIf.outputShort?.promote).toBeCloseTo(10, 9);
    expect(whatIf.outputShort?.attract).toBeCloseTo(12.5, 9);
  });

  it('is zero where the share is met and null where it cannot be known', () => {
    expect(judge(four()).whatIf.outputShort).toEqual({ promote: 0, attract: 0 });
    expect(judge([firm(1, 'specialized', 10), firm(2, null, null)]).whatIf.outputShort).toBeNull();
  });
});

describe('the whole', () => {
  it('is met when all are', () => {
    const finding = judge(four());
    expect(verdicts(finding)).toEqual(['met', 'met', 'met']);
    expect(finding.verdict).toBe('met');
  });

  it('is unmet if any is, though another is unknown', () => {
    expect(judge([firm(1, 'specialized', null)]).verdict).toBe('unmet');
  });

  it.each([
    [
      'nearly: for a ruling',
      [plot('1', 0, 0, 900, 100), plot('2', 1000, 0, 100, 100)],
      {},
      'unknown',
      'contiguity-ruling',
    ],
    [
      'contents of a gap not known',
      [plot('1', 0, 0, 100, 100), plot('2', 120, 0, 100, 100)],
      {},
      'unknown',
      'gap-contents',
    ],
    [
      'a railway between',
      [plot('1', 0, 0, 100, 100), plot('2', 120, 0, 100, 100)],
      { between: [object('railway', line([110, -9], [110, 199]))] },
      'unmet',
      undefined,
    ],
  ])('contiguity: %s', (_, ground, more, verdict, missing) => {
    const finding = test(judge(four(), { park: ground, ...more }), 1);
    expect(finding.verdict).toBe(verdict);
    expect(finding.missing[0]?.code).toBe(missing);
    expect(finding.rule.origin).toBe('assumption');
  });

  it('names only gaps between two pieces, with one decimal, and the one cause that keeps them apart', () => {
    const park = [
      plot('1', 0, 0, 100, 100),
      plot('2', 120, 0, 100, 100),
      plot('3', 240, 0, 100, 100),
      plot('4', 360, 0, 500, 100),
    ];
    const railway = object('railway', line([350, -99], [350, 299]));
    const said = (between: (typeof railway)[], ground = park) =>
      test(judge(four(), { park: ground, between }), 1).notes.filter(({ code }) => /^(gap|kept)/.test(code));
    expect(said([railway])).toEqual([
      { code: 'gap-blocked', args: { from: '3', to: '4', widthMetres: '20.0' } },
      { code: 'kept-apart-barrier' },
    ]);
    const far = [plot('1', 0, 0, 100, 100), plot('2', 177.77, 0, 100, 100)];
    expect(said([], far)).toEqual([
      { code: 'gap-blocked', args: { from: '1', to: '2', widthMetres: '77.8' } },
      { code: 'kept-apart-too-wide', args: { maxGapMetres: 50 } },
    ]);
    // 1 and 2 have a railway between them but are one piece by way of 3; only 4 stands apart.
    const round = [
      plot('1', 0, 0, 100, 100),
      plot('2', 120, 0, 100, 100),
      plot('3', 0, 130, 220, 100),
      plot('4', 0, 300, 500, 100),
    ];
    expect(said([object('railway', line([110, 20], [110, 60]))], round)[0]).toEqual({
      code: 'gap-blocked',
      args: { from: '3', to: '4', widthMetres: '70.0' },
    });
    // Several causes at once: none is singled out.
    expect(said([railway], [...park, plot('5', 960, 0, 50, 100)]).map(({ code }) => code)).toEqual([
      'gap-blocked',
      'gap-blocked',
    ]);
  });

  it('says so when dated after the plan’s targets end', () => {
    const codesOf = (asOf: string) => test(judge(four(), { asOf }), 0).notes.map(({ code }) => code);
    expect(codesOf('2025-12-31')).not.toContain('after-targets');
    expect(codesOf('2026-01-01')).toContain('after-targets');
  });

  it('is said in both languages with clause and origin', () => {
    for (const lang of ['zh', 'en'] as const) {
      const answer = sayTitle(judge([firm(1, 'specialized', null)]), ruleset, lang);
      expect(answer.tests.map(({ clause }) => clause.article)).toEqual(['三(二)3', '三(二)3', '三(二)3']);
      expect(answer.tests.map(({ origin }) => origin)).toEqual(['policy', 'assumption', 'policy']);
      expect(answer.tests[2]?.missing[0]).toContain('firm 1');
      expect(JSON.stringify(answer)).not.toMatch(/\{\w+\}/);
    }
  });
});

describe('looking ahead', () => {
  it('tells on which days grades run out and how many are left', () => {
    const award = (n: number, ...from: string[]): FirmCase => ({
      ...firm(n, null, 1),
      grades: from.map((day) => ({ grade: 'specialized' as const, from: day })),
    });
    const { firms } = judge([
      award(1, '2023-03-10'),
      award(2, '2023-03-10'),
      award(3, '2024-01-01'),
      award(4, '2022-07-01', '2025-07-01'),
    ]);
    expect(gradesRunningOut(firms, '2025-06-30', ruleset)).toEqual([
      { date: '2026-03-09', firms: ['F1', 'F2'], specializedLeft: 2 },
      { date: '2026-12-31', firms: ['F3'], specializedLeft: 1 },
      { date: '2028-06-30', firms: ['F4'], specializedLeft: 0 },
    ]);
  });
});
