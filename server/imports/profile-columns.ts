import type { ImportPreview } from '../../data/contract';
import { readNumber, readText } from './read-values';

type ColumnType = ImportPreview['columns'][number]['type'];

/** What a column holds, in brief. */
export interface ColumnProfile {
  name: string;
  type: ColumnType;
  samples: string[];
  filled: number;
  distinct: number;
  /** Share of the filled values that read as numbers. */
  numeric: number;
}

const samplesShown = 4;
const sampleChars = 60;
const datePattern = /^\d{4}-\d{2}-\d{2}/;

/** Counts what each column holds over all records. */
export function profileColumns(columns: readonly string[], rows: readonly Record<string, unknown>[]): ColumnProfile[] {
  return columns.map((name) => profile(name, rows));
}

function profile(name: string, rows: readonly Record<string, unknown>[]): ColumnProfile {
  const seen = new Set<string>();
  const types = new Set<ColumnType>();
  let filled = 0;
  let numeric = 0;
  for (const row of rows) {
    const value = row[name];
    const text = readText(value);
    if (text === null) continue;
    filled++;
    seen.add(text);
    types.add(typeOf(value, text));
    if (readNumber(value) !== null) numeric++;
  }
  const [only] = types;
  return {
    name,
    type: types.size === 1 && only ? only : types.size === 0 ? 'text' : 'mixed',
    samples: [...seen].slice(0, samplesShown).map((text) => text.slice(0, sampleChars)),
    filled,
    distinct: seen.size,
    numeric: filled === 0 ? 0 : numeric / filled,
  };
}

function typeOf(value: unknown, text: string): ColumnType {
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'boolean';
  return datePattern.test(text) ? 'date' : 'text';
}
