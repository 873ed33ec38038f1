import type { ImportKind, ImportState } from '../../data/contract';

/** What firms state of themselves is for the office alone. */
const internalKinds: ReadonlySet<ImportKind> = new Set(['firms', 'firm-years']);

/** Whether the records of a kind are shown only to who gives a name. */
export const isInternal = (kind: ImportKind): boolean => internalKinds.has(kind);

/** An import as anybody may see it: of internal records neither cells nor samples. */
export function withoutCells(state: ImportState): ImportState {
  if (!state.preview || !isInternal(state.preview.kind)) return state;
  const columns = state.preview.columns.map((column) => ({ ...column, samples: [] }));
  return { ...state, preview: { ...state.preview, rows: [], outlines: [], columns } };
}
