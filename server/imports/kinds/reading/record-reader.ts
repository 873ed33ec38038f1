import type { ImportMapping } from '../../../../data/contract';
import { readText } from '../../read-values';
import type { NoteUnreadable } from '../kind';

/** Reads the mapped values of one record. */
export interface RecordReader {
  /** Text of the column, or the constant, that fills a field; null where there is none or it is empty. */
  text(field: string): string | null;
  /** The column that fills a field. */
  column(field: string): string | null;
  /** A value that cannot be read is unknown, and counted. */
  known<T>(field: string, read: (text: string) => T | null): T | null;
  /** Counts a part of a field's value that is passed over. */
  passOver(field: string, text: string): void;
}

/** Opens a record for reading by the mapping. */
export function openRecord(
  properties: Record<string, unknown>,
  mapping: ImportMapping,
  note: NoteUnreadable,
): RecordReader {
  const column = (field: string): string | null => mapping.columns[field] ?? null;
  const text = (field: string): string | null => {
    const from = column(field);
    return from === null ? null : readText(properties[from]);
  };
  return {
    column,
    text,
    passOver: (field, passed) => note(field, column(field) ?? '', passed),
    known: (field, read) => {
      const found = text(field);
      if (found === null) return null;
      const value = read(found);
      if (value === null) note(field, column(field) ?? '', found);
      return value;
    },
  };
}
