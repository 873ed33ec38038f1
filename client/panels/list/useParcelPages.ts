import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { type Answer, type Call, listParcels, type ParcelRow } from '../../../data/contract';
import { usePageState } from '../../answers';
import { call } from '../../api';
import { useLanguage } from '../../text/i18n';

export type ParcelQuery = Omit<NonNullable<Call<typeof listParcels>['query']>, 'limit' | 'offset'>;

const PAGE_ROWS = 200;
const EXPORT_ROWS = 500;

/** The parcels that fit, a page at a time as the list is scrolled. */
export function useParcelPages(query: ParcelQuery) {
  const language = useLanguage();
  const version = usePageState().data?.versions.parcels;
  return useInfiniteQuery({
    queryKey: ['parcel-pages', query, language, version ?? 0],
    queryFn: ({ pageParam, signal }) =>
      call(listParcels, { query: { ...query, limit: PAGE_ROWS, offset: pageParam } }, signal),
    initialPageParam: 0,
    getNextPageParam: (last: Answer<typeof listParcels>, pages) => {
      const loaded = pages.reduce((sum, page) => sum + page.rows.length, 0);
      return last.rows.length > 0 && loaded < last.total ? loaded : undefined;
    },
    enabled: version !== undefined,
    placeholderData: keepPreviousData,
  });
}

/** Every parcel that fits, page by page; for export and for forming a park from an import. */
export async function readAllParcels(query: ParcelQuery): Promise<ParcelRow[]> {
  const rows: ParcelRow[] = [];
  for (;;) {
    const page = await call(listParcels, { query: { ...query, limit: EXPORT_ROWS, offset: rows.length } });
    rows.push(...page.rows);
    if (page.rows.length === 0 || rows.length >= page.total) return rows;
  }
}
