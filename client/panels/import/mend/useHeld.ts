import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { type Answer, listQuarantine, type QuarantinedRecord } from '../../../../data/contract';
import { usePageState } from '../../../answers';
import { call } from '../../../api';
import { useLanguage } from '../../../text/i18n';

const PAGE_ROWS = 500;

/** The records that an import holds back, a page at a time as they are looked through. */
export function useHeld(id: string) {
  const language = useLanguage();
  const versions = usePageState().data?.versions;
  return useInfiniteQuery({
    queryKey: ['quarantine', id, language, JSON.stringify(versions ?? null)],
    queryFn: ({ pageParam, signal }) =>
      call(listQuarantine, { params: { id }, query: { limit: PAGE_ROWS, offset: pageParam } }, signal),
    initialPageParam: 0,
    getNextPageParam: (last: Answer<typeof listQuarantine>, pages) => {
      const loaded = pages.reduce((sum, page) => sum + page.rows.length, 0);
      return last.rows.length > 0 && loaded < last.total ? loaded : undefined;
    },
    placeholderData: keepPreviousData,
    refetchOnMount: 'always',
  });
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
