import { describe, expect, it } from 'vitest';
import {
  addPicks,
  EMPTY_TRAIL,
  remember,
  removePicks,
  stepBack,
  stepForward,
  togglePick,
} from '../../../client/panels/form/picks';
import { readNumbers } from '../../../client/panels/form/readNumbers';

describe('picks', () => {
  it('keeps the order of picking and takes nothing twice', () => {
    expect(addPicks(['5', '2'], ['2', '9', '9'])).toEqual(['5', '2', '9']);
    expect(togglePick(['5', '2'], '5')).toEqual(['2']);
    expect(removePicks(['5', '2'], ['7'])).toEqual(['5', '2']);
  });

  it('answers the same list when nothing changes, so that no step is recorded', () => {
    const now = ['1'];
    expect(addPicks(now, ['1'])).toBe(now);
    expect(removePicks(now, ['2'])).toBe(now);
  });

  it('goes back and forward again', () => {
    const trail = remember(remember(EMPTY_TRAIL, []), ['1']);
    const back = stepBack(trail, ['1', '2']);
    expect(back?.now).toEqual(['1']);
    const forward = back && stepForward(back.trail, back.now);
    expect(forward?.now).toEqual(['1', '2']);
    expect(forward && stepForward(forward.trail, forward.now)).toBeNull();
    expect(stepBack(EMPTY_TRAIL, ['1'])).toBeNull();
  });

  it('forgets the way forward once something new is done', () => {
    const back = stepBack(remember(EMPTY_TRAIL, []), ['1']);
    expect(back && remember(back.trail, []).future).toEqual([]);
  });
});

describe('pasted parcel numbers', () => {
  it.each([
    ['one to a line', 'A-1\nA-2\r\nA-3', ['A-1', 'A-2', 'A-3']],
    ['commas of both kinds', 'A-1,A-2\uFF0CA-3\u3001A-4\uFF1BA-5', ['A-1', 'A-2', 'A-3', 'A-4', 'A-5']],
    ['full-width letters and digits', '\uFF21-\uFF11\uFF12', ['A-12']],
    ['quotes and tabs of a spreadsheet', '"A-1"\t"A-2"', ['A-1', 'A-2']],
    ['repeats', 'A-1 A-1', ['A-1']],
    ['nothing', ' \n ', []],
  ])('reads %s', (_, text, numbers) => expect(readNumbers(text)).toEqual(numbers));
});
