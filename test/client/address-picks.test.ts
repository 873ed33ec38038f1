import { describe, expect, it } from 'vitest';
import { readPicks, writePicks } from '../../client/address/picks';

describe('picks in the address', () => {
  it('come back in the order of picking, whatever the order', () => {
    const ids = ['12000', '3', '4', '5', '11999'];
    expect(readPicks(writePicks(ids))).toEqual(ids);
  });
  it('leave out what cannot be read', () => {
    expect(readPicks('')).toEqual([]);
    expect(readPicks('1.?.1')).toEqual(['1', '2']);
    expect(readPicks('-5')).toEqual([]);
  });
  it('take no sign that an address would have to escape', () => {
    const text = writePicks(['900', '5', '6', '7', '901']);
    expect(new URLSearchParams({ text }).toString()).toBe(`text=${text}`);
  });
  it('keep a whole imported village short', () => {
    const ids = Array.from({ length: 4241 }, (_, i) => String(12_135 + i));
    expect(writePicks(ids).length).toBeLessThan(20);
    expect(readPicks(writePicks(ids))).toEqual(ids);
  });
  it('fit a server that takes 16 KB of headers even when scattered', () => {
    const ids = Array.from({ length: 3000 }, (_, i) => String(12_135 + ((i * 7919) % 12_007)));
    expect(writePicks(ids).length).toBeLessThan(14_000);
    expect(readPicks(writePicks(ids))).toEqual(ids);
  });
  it('cannot be made to fill the memory', () => expect(readPicks('1*zzzz').length).toBe(5000));
});
