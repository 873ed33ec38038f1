import { type InfiniteData, keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { type Answer, listQuarantine, type QuarantinedRecord } from '../../../../data/contract';
import { call } from '../../../api';
import { useLanguage } from '../../../text/i18n';

const PAGE_ROWS = 500;
type Page = Answer<typeof listQuarantine>;

/**
 * The records that an import holds back, a page at a time as they are looked through. Kept by import alone: a write makes
 * it asked again (`useImport`) while what is known stays in sight.
 */
export function useHeld(id: string) {
  const language = useLanguage();
  return useInfiniteQuery({
    queryKey: ['quarantine', id, language],
    queryFn: ({ pageParam, signal }) =>
      call(listQuarantine, { params: { id }, query: { limit: PAGE_ROWS, offset: pageParam } }, signal),
    initialPageParam: 0,
    getNextPageParam: (last: Page, pages) => {
      const loaded = pages.reduce((sum, page) => sum + page.rows.length, 0);
      return last.rows.length > 0 && loaded < last.total ? loaded : undefined;
    },
    placeholderData: keepPreviousData,
    refetchOnMount: 'always',
  });
}

/** Takes records that have just been mended out of the list at hand, before the server is asked for it again. */
export function useDropHeld(id: string): (records: readonly number[]) => void {
  const client = useQueryClient();
  return (records) => {
    const gone = new Set(records);
    // An answer under way was given before the mending.
    void client.cancelQueries({ queryKey: ['quarantine', id] });
    client.setQueriesData<InfiniteData<Page, unknown>>(
      { queryKey: ['quarantine', id] },
      (now) => now && { ...now, pages: without(now.pages, gone) },
    );
  };
}

/** Pages of records without some of them; the total goes down by as many as are gone. */
export function without(pages: readonly Page[], gone: ReadonlySet<number>): Page[] {
  const left = pages.map(({ rows }) => rows.filter(({ record }) => !gone.has(record)));
  const dropped = pages.reduce((sum, { rows }, n) => sum + rows.length - (left[n]?.length ?? 0), 0);
  return pages.map((page, n) => ({ ...page, rows: left[n] ?? [], total: page.total - dropped }));
}

/** Every record that an import holds back; for export and for mending all of a reason. */
export async function readAllHeld(id: string): Promise<QuarantinedRecord[]> {
  const rows: QuarantinedRecord[] = [];
  for (;;) {
    const query = { limit: PAGE_ROWS, offset: rows.length };
    const page = await call(listQuarantine, { params: { id }, query });
    rows.push(...page.rows);
    if (page.rows.length === 0 || rows.length >= page.total) return rows;
  }
}
