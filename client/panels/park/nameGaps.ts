import type { ParkVerdict } from '../../../data/contract';

/**
 * Puts parcel numbers in place of the ids that the server's sentences about gaps carry, since readers know parcels by
 * number. Only a pair that is the two ends of a gap is touched, so no figure can be mistaken for an id.
 */
export function nameGaps(sentence: string, { contiguity, members }: ParkVerdict): string {
  const numbers = new Map(members.map((member) => [member.id, member.number]));
  return contiguity.gaps.reduce((text, { from, to }) => {
    const pair = new RegExp(`(?<!\\d)${from}( \\S+ )${to}(?!\\d)`, 'gu');
    return text.replace(pair, (_, joiner: string) => `${numbers.get(from) ?? from}${joiner}${numbers.get(to) ?? to}`);
  }, sentence);
}
