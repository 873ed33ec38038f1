import type { ImportMapping, ImportPreview } from '../../../../data/contract';
import { constantOf } from '../../../../data/words/import-kinds/constant-of';

/** The field that a column fills, or null. */
export const fieldOf = (mapping: ImportMapping, column: string): string | null =>
  Object.keys(mapping.columns).find((field) => mapping.columns[field] === column) ?? null;

/** Gives a column to a field; a field has one column and a column one field, so the former ones are let go, and a constant. */
export function giveColumn(mapping: ImportMapping, column: string, field: string | null): ImportMapping {
  const kept = Object.entries(mapping.columns).filter(([one, held]) => one !== field && held !== column);
  const columns = Object.fromEntries(kept);
  if (field === null) return { ...mapping, columns };
  return { ...giveConstant(mapping, field, null), columns: { ...columns, [field]: column } };
}

/** Gives one value for all records to a field, or takes it back. */
export function giveConstant(mapping: ImportMapping, field: string, value: string | null): ImportMapping {
  const { constants = {}, ...rest } = mapping;
  const { [field]: _, ...others } = constants;
  const next = value === null ? others : { ...others, [field]: value };
  return Object.keys(next).length === 0 ? rest : { ...rest, constants: next };
}

/** What is given for all records, in the order of the fields and as it is called. */
export const constantsOf = ({ fields }: Pick<ImportPreview, 'fields'>, mapping: ImportMapping) =>
  fields.flatMap(({ id, title, values }) => {
    const value = constantOf(mapping, id);
    if (value === undefined) return [];
    return [{ id, title, value, called: values?.find((each) => each.value === value)?.title ?? value }];
  });

/** Whether two mappings read a file alike. */
export function sameMapping(a: ImportMapping, b: ImportMapping): boolean {
  const told = ({ columns, constants = {}, areaUnit }: ImportMapping) =>
    JSON.stringify([Object.entries(columns).sort(), Object.entries(constants).sort(), areaUnit]);
  return told(a) === told(b);
}

/** Fields without which every record would be held back, that neither a column nor a constant fills yet. */
export const missingFields = ({ fields }: Pick<ImportPreview, 'fields'>, mapping: ImportMapping) =>
  fields.filter(
    ({ id, required }) => required && mapping.columns[id] === undefined && constantOf(mapping, id) === undefined,
  );
