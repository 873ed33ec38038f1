import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { type Answer, type Call, type LeftoverRow, listLeftover } from '../../../data/contract';
import { usePageState } from '../../answers';
import { type ApiError, call } from '../../api';
import { useLanguage } from '../../text/i18n';
import type { ListFilter } from './useListFilter';
import { useListFilter, useScopeUnits } from './useListFilter';

type Found = Answer<typeof listLeftover>;
export type LeftoverQuery = Omit<NonNullable<Call<typeof listLeftover>['query']>, 'limit' | 'offset'>;

const PAGE_ROWS = 500;
const RULED = ['none', 'accepted', 'changed', 'rejected', 'any'] as const;

/** What the server is asked for by the filter of the list; a scope of one unit narrows it there. */
export function leftoverQueryOf(filter: Pick<ListFilter, 'get'>, units: readonly string[] | null): LeftoverQuery {
  const text = (name: 'kind' | 'park' | 'status' | 'tenure') => {
    const value = filter.get(name);
    return value ? { [name]: value } : {};
  };
  const mu = (name: 'minMu' | 'maxMu') => {
    const value = Number(filter.get(name) ?? Number.NaN);
    return Number.isFinite(value) && value >= 0 ? { [name]: value } : {};
  };
  const ruled = RULED.find((one) => one === filter.get('ruled'));
  return {
    ...text('kind'),
    ...text('park'),
    ...text('status'),
    ...text('tenure'),
    ...mu('minMu'),
    ...mu('maxMu'),
    ...(ruled ? { ruled } : {}),
    ...(units?.length === 1 && units[0] ? { unit: units[0] } : {}),
  };
}

/** Every finding that fits, page by page, with the sums of the server: a city has hundreds, not thousands. */
function useFindings(query: LeftoverQuery, enabled: boolean): UseQueryResult<Found, ApiError> {
  const language = useLanguage();
  const version = usePageState().data?.versions.leftover;
  return useQuery<Found, ApiError>({
    queryKey: ['leftover-rows', query, language, version ?? 0],
    queryFn: async ({ signal }) => {
      const rows: LeftoverRow[] = [];
      for (;;) {
        const page = await call(listLeftover, { query: { ...query, limit: PAGE_ROWS, offset: rows.length } }, signal);
        rows.push(...page.rows);
        if (page.rows.length === 0 || rows.length >= page.total) return { ...page, rows };
      }
    },
    enabled: enabled && version !== undefined,
    placeholderData: keepPreviousData,
  });
}

/**
 * The findings of the filter and the scope in the order of the list, wherever the map looks. `ruled` asks for another
 * state of ruling than the filter does: a round of rulings counts those ruled on too.
 */
export function useLeftoverRows({ ruled, enabled = true }: { ruled?: 'any'; enabled?: boolean } = {}) {
  const filter = useListFilter();
  const units = useScopeUnits();
  const query = leftoverQueryOf(filter, units);
  const result = useFindings(ruled ? { ...query, ruled } : query, enabled);
  const inScope = ({ parcel }: LeftoverRow) => !units || (parcel.unit !== null && units.includes(parcel.unit));
  const rows = (result.data?.rows ?? []).filter(inScope).sort(ORDERS[filter.get('sort') ?? '-area'] ?? byAreaDown);
  return { result, rows, filter };
}

const byAreaDown = (a: LeftoverRow, b: LeftoverRow) => b.finding.areaMu - a.finding.areaMu;
const ORDERS: Record<string, (a: LeftoverRow, b: LeftoverRow) => number> = {
  '-area': byAreaDown,
  area: (a, b) => a.finding.areaMu - b.finding.areaMu,
  number: (a, b) => a.parcel.number.localeCompare(b.parcel.number),
};
