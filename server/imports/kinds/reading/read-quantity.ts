import { not, ok, type Read } from './held';

/** What an amount may be written in: how its name reads, and how much one of it is in the unit that is stored. */
export interface Measure {
  names: RegExp;
  factor: number;
}

/** Units of money in yuan; the longest names first. */
export const moneyMeasures: readonly Measure[] = [
  { names: /亿元/, factor: 1e8 },
  { names: /千万元/, factor: 1e7 },
  { names: /百万元/, factor: 1e6 },
  { names: /万元/, factor: 1e4 },
  { names: /千元/, factor: 1e3 },
  { names: /(?<!单)元|\bcny\b|\byuan\b|\brmb\b/i, factor: 1 },
];

/** The measure that a text names. */
export function measureIn(text: string | null, measures: readonly Measure[]): Measure | null {
  return (text && measures.find(({ names }) => names.test(text.normalize('NFKC')))) || null;
}

interface Asked {
  text: string;
  column: string;
  measures: readonly Measure[];
  /** Where the unit may be named beside the cell itself, the nearest first. */
  named: readonly (string | null)[];
  /** Why it is held back where nothing names a unit. */
  unitless: Read<never>;
}

const decimals = 6;

/** An amount in the unit that is stored; the cell's own unit goes before the header's. What it is never travels in a fault. */
export function readQuantity({ text, column, measures, named, unitless }: Asked): Read<number> {
  const found = /^([-+]?(?:[\d,]+\.?\d*|\.\d+)(?:e[-+]?\d+)?)\s*(\D*)$/i.exec(text);
  const number = Number(found?.[1]?.replaceAll(',', '') ?? Number.NaN);
  if (!found || !Number.isFinite(number)) return not('amount-unreadable', { column });
  if (number < 0) return not('amount-negative', { column });
  const written = found[2]?.trim() || null;
  const measure = [written, ...named].map((each) => measureIn(each, measures)).find((each) => each !== null);
  if (written && !isMeasure(written, measures)) return not('amount-unreadable', { column });
  return measure ? ok(Number((number * measure.factor).toFixed(decimals))) : unitless;
}

/** Whether a text is a measure and nothing else, but for a year it may be counted by. */
function isMeasure(text: string, measures: readonly Measure[]): boolean {
  const rest = text.replace(measureIn(text, measures)?.names ?? '', '');
  return rest !== text && /^[\s/年.]*$/.test(rest);
}

/** A count or figure without a unit of its own, or with words behind it (12家). */
export function readFigure(text: string, column: string): Read<number> {
  const found = /^([-+]?(?:[\d,]+\.?\d*|\.\d+))\s*[^\d.]*$/.exec(text);
  const number = Number(found?.[1]?.replaceAll(',', '') ?? Number.NaN);
  if (!found || !Number.isFinite(number)) return not('amount-unreadable', { column });
  return number < 0 ? not('amount-negative', { column }) : ok(number);
}
