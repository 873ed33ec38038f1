import type { ImportMapping } from '../../contract';

/** The value that a mapping gives a field of every record; undefined where it gives none, or a column fills the field. */
export const constantOf = ({ columns, constants }: ImportMapping, field: string): string | undefined =>
  columns[field] === undefined ? constants?.[field] : undefined;
