import { type ImportMapping, type ParcelField, parcelField } from '../../../data/contract';

/** The field that a column fills, or null. */
export const fieldOf = (mapping: ImportMapping, column: string): ParcelField | null =>
  parcelField.options.find((field) => mapping.columns[field] === column) ?? null;

/** Gives a column to a field; a field has one column and a column one field, so the former ones are let go. */
export function giveColumn(mapping: ImportMapping, column: string, field: ParcelField | null): ImportMapping {
  const kept = parcelField.options.filter((one) => one !== field && mapping.columns[one] !== column);
  const columns: ImportMapping['columns'] = {};
  for (const one of kept) {
    const held = mapping.columns[one];
    if (held !== undefined) columns[one] = held;
  }
  return { ...mapping, columns: field === null ? columns : { ...columns, [field]: column } };
}
