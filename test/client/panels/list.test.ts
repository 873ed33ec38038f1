import { describe, expect, it } from 'vitest';
import { overlaps } from '../../../client/panels/list/useListFilter';
import { writeCsv } from '../../../client/panels/list/writeCsv';

describe('CSV', () => {
  it('opens right in a spreadsheet: BOM, CRLF, quotes only where needed', () => {
    expect(
      writeCsv(
        ['编号', '面积'],
        [
          ['A,1', 1.5],
          ['B"2', null],
        ],
      ),
    ).toBe('\uFEFF编号,面积\r\n"A,1",1.5\r\n"B""2",\r\n');
  });
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx'])('takes the formula out of %j', (text) => {
    expect(writeCsv(['n'], [[text]])).toContain(`'${text}`);
  });
  it('keeps negative numbers numbers', () => expect(writeCsv(['n'], [[-1]])).toBe('\uFEFFn\r\n-1\r\n'));
});

describe('windows', () => {
  it('share ground when they touch, not when they stand apart', () => {
    expect(overlaps([0, 0, 1, 1], [1, 1, 2, 2])).toBe(true);
    expect(overlaps([0, 0, 1, 1], [1.1, 0, 2, 1])).toBe(false);
  });
});
