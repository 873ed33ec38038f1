import type { ImportMapping } from '../../../../data/contract';
import { constantOf } from '../../../../data/words/import-kinds/constant-of';
import type { KindOfImport } from '../kind';

/**
 * A kind and a mapping by which every record reads as if it had a column for each constant, so that no kind need know of
 * them. A field that has a column of its own keeps it, as one that is mended has.
 */
export function withConstants(
  kind: KindOfImport,
  mapping: ImportMapping,
): { kind: KindOfImport; mapping: ImportMapping } {
  const given = kind.fields.flatMap(({ id, title }): [field: string, column: string, value: string][] => {
    const value = constantOf(mapping, id);
    return value === undefined ? [] : [[id, `${title.zh}（${value}）`, value]];
  });
  if (given.length === 0) return { kind, mapping };
  const values = Object.fromEntries(given.map(([, column, value]) => [column, value]));
  return {
    kind: { ...kind, read: (properties, by, ...rest) => kind.read({ ...properties, ...values }, by, ...rest) },
    mapping: {
      ...mapping,
      columns: { ...mapping.columns, ...Object.fromEntries(given.map(([field, column]) => [field, column])) },
    },
  };
}
