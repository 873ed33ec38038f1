import { describe, expect, it } from 'vitest';
import { keyOfAbout, type RulingAbout, rulingOn } from '../../../client/panels/rulings/about';
import { attachmentFault } from '../../../client/panels/rulings/attachmentFault';
import { fieldsOf, gapClaimOf, plotClaimOf } from '../../../client/panels/rulings/claims';
import { eventsOf } from '../../../client/panels/rulings/eventsOf';
import { recentAfter } from '../../../client/panels/rulings/recent';
import { ATTACHMENT_BYTES, ATTACHMENTS_EACH, type EventRow, type PlotClaim, type Ruling } from '../../../data/contract';

const base = {
  id: '1',
  park: '7',
  reason: 'seen on site',
  document: null,
  office: null,
  attachments: [],
  actor: 'x',
  at: '2026-11-23T00:00:00Z',
  event: '9',
};
const onPlot = (claim: PlotClaim, foundAs: 'corner' | null = 'corner'): Ruling => ({
  ...base,
  subject: 'plot',
  parcel: '3',
  claim,
  foundAs,
  foundOtherwise: false,
});
const onGap = (holds: ('road' | 'river')[]): Ruling => ({
  ...base,
  subject: 'gap',
  claim: { plots: ['3', '4'], holds },
});
const plot: RulingAbout = {
  subject: 'plot',
  park: { id: '7', name: 'park' },
  parcel: { id: '3', number: 'A-3' },
  found: 'corner',
  because: [],
};
const gap = (from: string, to: string): RulingAbout => ({
  subject: 'gap',
  park: { id: '7', name: 'park' },
  plots: [
    { id: from, number: from },
    { id: to, number: to },
  ],
  widthMetres: 12,
  found: null,
});

describe('the claim that a form makes', () => {
  it('agrees where the class chosen is the class found', () =>
    expect(plotClaimOf({ decision: 'change', kind: 'corner' }, 'corner')).toEqual({ decision: 'accept' }));
  it('changes the class, rejects, or is not complete', () => {
    expect(plotClaimOf({ decision: 'change', kind: 'enclosed' }, 'corner')).toEqual({
      decision: 'change',
      kind: 'enclosed',
    });
    expect(plotClaimOf({ decision: 'reject' }, 'corner')).toEqual({ decision: 'reject' });
    expect(plotClaimOf({ decision: 'change' }, 'corner')).toBeNull();
    expect(plotClaimOf({}, 'corner')).toBeNull();
  });
  it('says that nothing stands in a gap, or what does', () => {
    expect(gapClaimOf({ content: 'nothing', holds: ['road'] }, ['3', '4'])).toEqual({ plots: ['3', '4'], holds: [] });
    expect(gapClaimOf({ content: 'kinds', holds: ['road'] }, ['3', '4'])?.holds).toEqual(['road']);
    expect(gapClaimOf({ content: 'kinds', holds: [] }, ['3', '4'])).toBeNull();
  });
  it('starts from the ruling that stands, else agrees with a class found, else says nothing', () => {
    expect(fieldsOf(plot, onPlot({ decision: 'change', kind: 'enclosed' }))).toEqual({
      decision: 'change',
      kind: 'enclosed',
    });
    expect(fieldsOf(plot, null)).toEqual({ decision: 'accept' });
    expect(fieldsOf({ ...plot, found: 'unknown' }, null)).toEqual({});
    expect(fieldsOf(gap('3', '4'), onGap([]))).toEqual({ content: 'nothing' });
    expect(fieldsOf(gap('3', '4'), onGap(['road']))).toEqual({ content: 'kinds', holds: ['road'] });
  });
});

describe('the ruling in force on something', () => {
  it('is found by plot and park, and by a gap whichever way round it is named', () => {
    const rulings = [onPlot({ decision: 'accept' }), onGap(['road'])];
    expect(rulingOn(rulings, plot)).toBe(rulings[0]);
    expect(rulingOn(rulings, gap('4', '3'))).toBe(rulings[1]);
    expect(rulingOn(rulings, gap('4', '5'))).toBeNull();
    expect(rulingOn(rulings, { ...plot, park: { id: '8', name: '' } })).toBeNull();
  });
  it('tells subjects apart', () => expect(keyOfAbout(plot)).not.toBe(keyOfAbout(gap('3', '4'))));
});

describe('attachments', () => {
  it.each([
    ['a.pdf', 10, 0, null],
    ['A.PDF', 10, 0, null],
    ['a.exe', 10, 0, 'attachWrongType'],
    ['pdf', 10, 0, 'attachWrongType'],
    ['a.pdf', 0, 0, 'attachEmpty'],
    ['a.pdf', ATTACHMENT_BYTES + 1, 0, 'attachTooLarge'],
    ['a.pdf', 10, ATTACHMENTS_EACH, 'attachTooMany'],
  ])('%s of %i bytes beside %i', (name, size, attached, fault) =>
    expect(attachmentFault({ name, size }, attached)).toBe(fault),
  );
});

describe('what was written last', () => {
  it('keeps each reason once, the newest first, and only a few', () => {
    const before = { reasons: ['a', 'b', 'c', 'd', 'e'], park: '1', document: 'd1', office: '' };
    expect(recentAfter(before, { reason: 'c', park: '2', document: 'd2', office: 'o' })).toEqual({
      reasons: ['c', 'a', 'b', 'd', 'e'],
      park: '2',
      document: 'd2',
      office: 'o',
    });
    expect(recentAfter(before, { reason: 'f', park: '', document: '', office: '' }).reasons).toHaveLength(5);
  });
});

describe('the history of the rulings on one plot', () => {
  const event = (id: string, facts: EventRow['facts']): EventRow => ({
    id,
    at: base.at,
    actor: 'x',
    reason: null,
    verb: 'make-ruling',
    subject: { kind: 'park', id: '7', name: null },
    facts,
    undoes: null,
    undoneBy: null,
    blocked: null,
  });
  it('takes what made, withdrew and restored them, and nothing of other plots or of the park', () => {
    const events = [
      event('4', { ruling: '1' }),
      event('3', { ruling: '2', plot: 'A-4' }),
      event('2', { ruling: '1', plot: 'A-3' }),
      event('1', { name: 'park' }),
    ];
    expect(eventsOf(events, 'A-3').map(({ id }) => id)).toEqual(['4', '2']);
  });
});
