import type { ImportKind, ImportState } from '../../data/contract';

/** What firms state of themselves is for the office alone. */
const internal: ReadonlySet<ImportKind> = new Set(['firms', 'firm-years']);

/** Whether the records of an import may only be shown to somebody who has given a name. */
export const isInternal = (kind: ImportKind): boolean => internal.has(kind);

/** An import as it may be shown to anybody: of firms' files without what stands in their cells. */
export function withoutCells(state: ImportState): ImportState {
  if (!isInternal(state.kind) || !state.preview) return state;
  const columns = state.preview.columns.map((column) => ({ ...column, samples: [] }));
  const outlines = state.preview.outlines.map((outline) => ({ ...outline, label: null }));
  return { ...state, preview: { ...state.preview, columns, outlines, rows: [] } };
}
