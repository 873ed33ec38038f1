import { describe, expect, it } from 'vitest';
import { home } from '../../../client/address/codec';
import { joinQuestion, questionWithout } from '../../../client/panels/join/joinQuestion';
import { rulingsOnGaps } from '../../../client/panels/park/rulingsOnGaps';
import type { Gap, GapRulingRow } from '../../../data/contract';

describe('the question of a joining set', () => {
  const asked = { ...home, refused: ['9', '10', '9'], weigh: 'price' as const, among: 'leftover' as const };

  it('says what the address says, refusals in one order', () =>
    expect(joinQuestion({ park: '3' }, asked)).toEqual({
      of: { park: '3' },
      reading: 'normal',
      weigh: 'price',
      among: 'leftover',
      refused: ['9', '10'],
    }));
  it('carries the tolerance that is asked for', () =>
    expect(joinQuestion({ parcels: ['1'] }, { ...asked, gapMetres: 12.5 }).maxGapMetres).toBe(12.5));
  it('without one plot is the question that refusing it asks', () => {
    const question = joinQuestion({ park: '3' }, asked);
    expect(questionWithout(question, '4')).toEqual(
      joinQuestion({ park: '3' }, { ...asked, refused: ['9', '10', '4'] }),
    );
  });
});

describe('rulings and the gaps they speak of', () => {
  const gap = (from: string, to: string): Gap => ({
    from,
    to,
    widthMetres: 5,
    line: { type: 'LineString', coordinates: [] },
    holds: [],
    bridged: null,
  });
  const ruling = (id: string, ...plots: [string, string]): GapRulingRow => ({
    id,
    subject: 'gap',
    park: '1',
    claim: { plots, holds: [] },
    reason: 'seen',
    document: null,
    office: null,
    attachments: [],
    actor: 'a',
    at: '2026-11-26T00:00:00Z',
    event: null,
  });
  const piece = (...plots: string[]) => ({ plots, areaSquareMetres: 1, areaMu: 1, share: 0.5 });
  const reading = { verdict: 'unknown' as const, pieces: [piece('1', '2'), piece('3', '4'), piece('5')] };
  const contiguity = {
    gaps: [gap('1', '3'), gap('4', '5')],
    readings: { strict: reading, normal: reading, loose: reading },
  };
  const sort = (...rulings: GapRulingRow[]) => {
    const { byGap, others } = rulingsOnGaps(rulings, contiguity);
    return [[...byGap].map(([key, { id }]) => `${key.split(' ')[1]}: ${id}`), others.map(({ id }) => id)];
  };

  it('meet by their plots, whichever is named first', () =>
    expect(sort(ruling('a', '3', '1'))).toEqual([['1-3-5: a'], []]));
  it('meet by the pieces that their plots stand in', () =>
    expect(sort(ruling('a', '2', '4'), ruling('b', '5', '3'))).toEqual([['1-3-5: a', '4-5-5: b'], []]));
  it('are kept apart where no gap lies between their plots any more', () =>
    expect(sort(ruling('a', '1', '2'))).toEqual([[], ['a']]));
});
