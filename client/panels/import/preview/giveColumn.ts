import type { ImportMapping, ImportPreview } from '../../../../data/contract';

/** The field that a column fills, or null. */
export const fieldOf = (mapping: ImportMapping, column: string): string | null =>
  Object.keys(mapping.columns).find((field) => mapping.columns[field] === column) ?? null;

/** Gives a column to a field; a field has one column and a column one field, so the former ones are let go. */
export function giveColumn(mapping: ImportMapping, column: string, field: string | null): ImportMapping {
  const kept = Object.entries(mapping.columns).filter(([one, held]) => one !== field && held !== column);
  const columns = Object.fromEntries(kept);
  return { ...mapping, columns: field === null ? columns : { ...columns, [field]: column } };
}

/** Fields without which every record would be held back, that no column fills yet. */
export const missingFields = ({ fields }: Pick<ImportPreview, 'fields'>, mapping: ImportMapping) =>
  fields.filter(({ id, required }) => required && mapping.columns[id] === undefined);
