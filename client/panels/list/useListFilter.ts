import { useCallback } from 'react';
import type { Bbox } from '../../../data/contract';
import { useSeenView } from '../../map/hand';
import { useUnits } from '../../map/useCity';
import { go, useAddress } from '../../url';

/** Names of the filter fields that the lists keep in the address. */
export type FilterName =
  | 'verdict'
  | 'kind'
  | 'status'
  | 'use'
  | 'number'
  | 'import'
  | 'park'
  | 'tenure'
  | 'minMu'
  | 'maxMu'
  | 'ruled'
  | 'sort'
  | 'view';

/** The filter of the lists as the address has it, and the way to change one field. */
export function useListFilter() {
  const [{ filter }] = useAddress();
  const set = useCallback((name: FilterName, value: string | null) => {
    go(
      (now) => {
        const { [name]: _, ...rest } = now.filter;
        return { filter: value ? { ...rest, [name]: value } : rest };
      },
      { replace: true },
    );
  }, []);
  const clear = useCallback(() => go({ filter: {} }, { replace: true }), []);
  const get = (name: FilterName): string | undefined => filter[name];
  return { get, set, clear, isEmpty: Object.keys(filter).every((name) => name === 'sort' || name === 'view') };
}
export type ListFilter = ReturnType<typeof useListFilter>;

/** The window that the lists mirror; null when the reader asked for the whole city. */
export function useWindow(filter: ListFilter): Bbox | null {
  const seen = useSeenView();
  return filter.get('view') === 'all' ? null : (seen?.bbox ?? null);
}

/** Units that the scope of the page takes in; null means all of them. */
export function useScopeUnits(): readonly string[] | null {
  const [{ scope }] = useAddress();
  const units = useUnits().data?.units ?? [];
  const [kind, id] = scope.split('/');
  if (kind === 'unit' && id) return [id];
  return kind === 'belt' ? units.filter((unit) => unit.belt === id).map((unit) => unit.id) : null;
}

/** Whether two windows share ground. */
export const overlaps = (a: Bbox, b: Bbox): boolean => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
