import { MEASURES, type Measure } from './measures';

/** What is open in the card of a leftover plot: a measure that is drawn, or the ruling that is being written. */
export interface CardLine {
  readonly open: Measure | 'rule';
  /** The park beside which it is meant; null for the first. */
  readonly park: string | null;
}

const isOpen = (text: string): text is CardLine['open'] =>
  text === 'rule' || MEASURES.some(({ name }) => name === text);

/** Reads the evidence line of the address, `enclosure@12`; null for none or for one that the card does not know. */
export function readLine(line: string | null): CardLine | null {
  const [open = '', park] = line?.split('@') ?? [];
  return isOpen(open) ? { open, park: park ?? null } : null;
}

export const writeLine = (open: CardLine['open'], park: string): string => `${open}@${park}`;
