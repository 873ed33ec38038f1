import type { LandUse, Named, PlotStatus, Tenure } from '../../data/contract';
import { statusNames, tenureNames } from '../../data/words/columns';
import { codeStandards, numberedClasses, urbanClasses, useNames } from '../../data/words/land-use-codes';
import { statusWords, tenureWords, useWords } from '../../data/words/vocabulary';

/** Text of a value as a person would write it: half-width, trimmed; null when there is none. */
export function readText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  const text = (typeof value === 'object' ? JSON.stringify(value) : String(value)).normalize('NFKC').trim();
  return text === '' ? null : text;
}

/** A number, also with thousands separators or a unit behind it; null when it is none. */
export function readNumber(value: unknown): number | null {
  const text = readText(value)?.replace(/,(?=\d{3})/g, '');
  const found =
    text && /^([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)\s*(?:%|m2|m²|㎡|平方米|公顷|亩|米|m|元)?$/.exec(text);
  const number = found ? Number(found[1]) : Number.NaN;
  return Number.isFinite(number) ? number : null;
}

/** A number that may not be negative, as areas and planning figures are. */
export function readAmount(value: unknown): number | null {
  const number = readNumber(value);
  return number !== null && number >= 0 ? number : null;
}

/** A share between 0 and 1; 45 and 45 % both mean 0.45, since no such figure of a plot exceeds the whole. */
export function readShare(value: unknown): number | null {
  const amount = readAmount(value);
  if (amount === null || amount > 100) return null;
  const percent = amount > 1 || readText(value)?.endsWith('%');
  return percent ? amount / 100 : amount;
}

/** Yes or no in the usual spellings. */
export function readYesNo(value: unknown): boolean | null {
  const text = readText(value) ?? '';
  if (/^(是|有|y|yes|true|1|耕地|农用地)$/i.test(text)) return true;
  return /^(否|无|n|no|false|0|非耕地|非农用地)$/i.test(text) ? false : null;
}

/** The status that a value names. */
export function readStatus(value: unknown): PlotStatus | null {
  const text = readText(value) ?? '';
  return termOf(statusWords, text) ?? named(statusNames, text);
}

/** The tenure that a value names. */
export function readTenure(value: unknown): Tenure | null {
  const text = readText(value) ?? '';
  return termOf(tenureWords, text) ?? named(tenureNames, text);
}

/** The use group that a value names, by word, by letter, or by number where the column tells whose number it is. */
export function readUse(value: unknown, column: string): LandUse | null {
  const text = readText(value) ?? '';
  return (
    termOf(useWords, text) ?? named(useNames, text) ?? named(urbanClasses, text) ?? numbered(text, column.toLowerCase())
  );
}

const numberCode = /^\d{2,6}[A-Z]?\d?$/i;
const letterCode = /^[A-Z]\d{0,2}$/i;

/** A code of a land classification as it stands, by number or by letter; null for a word or an unknown code. */
export function readUseCode(value: unknown): string | null {
  const text = readText(value) ?? '';
  const isNumber =
    numberCode.test(text) &&
    Object.values(numberedClasses)
      .flat()
      .some(([prefix]) => text.startsWith(prefix));
  return isNumber || (letterCode.test(text) && named(urbanClasses, text) !== null) ? text : null;
}

function numbered(text: string, column: string): LandUse | null {
  if (!numberCode.test(text)) return null;
  const classOf = (standard: 'survey' | 'planning'): LandUse | null =>
    numberedClasses[standard].find(([prefix]) => text.startsWith(prefix))?.[1] ?? null;
  if (codeStandards.survey.includes(column)) return classOf('survey');
  if (codeStandards.planning.includes(column)) return classOf('planning');
  const [one, other] = [classOf('survey'), classOf('planning')];
  return one === other ? one : null;
}

function named<T>(names: readonly (readonly [RegExp, T])[], text: string): T | null {
  return names.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

/** The term that is written as we write it: by its id, or as our exports call it. */
function termOf<T extends string>(words: Record<T, Named>, text: string): T | null {
  const lower = text.toLowerCase();
  const isSo = (id: T) => [id, words[id].zh, words[id].en].includes(lower);
  return (Object.keys(words) as T[]).find(isSo) ?? null;
}
