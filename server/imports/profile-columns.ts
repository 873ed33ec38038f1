import type { ImportPreview } from '../../data/contract';
import { readNumber, readText } from './read-values';

type ColumnType = ImportPreview['columns'][number]['type'];

/** What a column holds, in brief. */
export interface ColumnProfile {
  name: string;
  type: ColumnType;
  samples: string[];
  filled: number;
  /** Of the first values, so that memory stays bounded: how many were looked at, and how many of them differ. */
  counted: number;
  distinct: number;
  /** Share of the counted values that read as numbers. */
  numeric: number;
}

const samplesShown = 4;
const sampleChars = 60;
const countedAtMost = 20_000;
const datePattern = /^\d{4}-\d{2}-\d{2}/;

/** Counts what columns hold, a record at a time; beyond the first values of a column it only counts how many there are. */
export function openProfiles(columns: readonly string[]) {
  const counts = columns.map((name) => ({
    name,
    seen: new Set<string>(),
    types: new Set<ColumnType>(),
    filled: 0,
    counted: 0,
    numeric: 0,
  }));
  return {
    add(properties: Record<string, unknown>): void {
      for (const column of counts) {
        const value = properties[column.name];
        if (value === null || value === undefined || value === '') continue;
        if (column.counted === countedAtMost) {
          if (typeof value !== 'string' || value.trim() !== '') column.filled++;
          continue;
        }
        const text = readText(value);
        if (text === null) continue;
        column.filled++;
        column.counted++;
        column.seen.add(text);
        column.types.add(typeOf(value, text));
        if (readNumber(value) !== null) column.numeric++;
      }
    },
    profiles: (): ColumnProfile[] =>
      counts.map(({ name, seen, types, filled, counted, numeric }) => ({
        name,
        type: typeOfAll(types),
        samples: [...seen].slice(0, samplesShown).map((text) => text.slice(0, sampleChars)),
        filled,
        counted,
        distinct: seen.size,
        numeric: counted === 0 ? 0 : numeric / counted,
      })),
  };
}

function typeOfAll(types: ReadonlySet<ColumnType>): ColumnType {
  const [only] = types;
  return types.size > 1 ? 'mixed' : (only ?? 'text');
}

function typeOf(value: unknown, text: string): ColumnType {
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'boolean';
  return datePattern.test(text) ? 'date' : 'text';
}
