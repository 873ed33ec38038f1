import { describe, expect, it } from 'vitest';
import { nextOf } from '../../../client/panels/import/mend/nextOf';
import { without } from '../../../client/panels/import/mend/useHeld';
import { withMended } from '../../../client/panels/import/mend/withMended';
import type { ImportReport } from '../../../data/contract';

const row = (record: number) => ({ record });
const rows = [row(1), row(4), row(7), row(9)];

describe('the record after one that has been mended', () => {
  it('is the next one still held back, then the first, then none', () => {
    expect(nextOf(rows, 1, [4])?.record).toBe(7);
    expect(nextOf(rows, 1, [4, 7])?.record).toBe(9);
    expect(nextOf(rows, 3, [9])?.record).toBe(1);
    expect(nextOf([row(1)], 0, [1])).toBeUndefined();
    expect(nextOf(rows, 1, [1, 4, 7, 9])).toBeUndefined();
  });
});

describe('the list at hand once some are mended', () => {
  it('loses them on whatever page they stand, and each page tells the new total', () => {
    const pages = [
      { rows: [row(1), row(4)], total: 4 },
      { rows: [row(7), row(9)], total: 4 },
    ] as unknown as Parameters<typeof without>[0];
    expect(without(pages, new Set([4, 9, 12]))).toEqual([
      { rows: [row(1)], total: 2 },
      { rows: [row(7)], total: 2 },
    ]);
  });
});

describe('the report once some are mended', () => {
  it('still adds up, and a reason that is gone is not named', () => {
    const byReason = [
      { code: 'self-crossing', title: '自相交', count: 2 },
      { code: 'outside-extent', title: '范围外', count: 1 },
    ];
    const report = { received: 12, accepted: 9, quarantined: 3, mended: 0, byReason } as unknown as ImportReport;
    const one = withMended(report, 'self-crossing', 1);
    expect(one).toMatchObject({ received: 12, accepted: 10, quarantined: 2, mended: 1 });
    expect(one.byReason.map(({ count }) => count)).toEqual([1, 1]);
    const all = withMended(withMended(one, 'self-crossing', 1), 'outside-extent', 1);
    expect(all).toMatchObject({ accepted: 12, quarantined: 0, mended: 3, byReason: [] });
  });
});
