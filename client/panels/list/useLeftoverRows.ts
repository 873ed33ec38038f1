import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
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
function useFindings(query: LeftoverQuery): UseQueryResult<Found, ApiError> {
  const language = useLanguage();
  const versions = usePageState().data?.versions;
  return useQuery<Found, ApiError>({
    queryKey: ['leftover-rows', query, language, versions?.leftover ?? 0, versions?.rulings ?? 0],
    queryFn: async ({ signal }) => {
      const rows: LeftoverRow[] = [];
      for (;;) {
        const page = await call(listLeftover, { query: { ...query, limit: PAGE_ROWS, offset: rows.length } }, signal);
        rows.push(...page.rows);
        if (page.rows.length === 0 || rows.length >= page.total) return { ...page, rows };
      }
    },
    enabled: versions !== undefined,
    placeholderData: keepPreviousData,
  });
}

/** The findings of the filter and the scope in the order of the list, wherever the map looks. */
export function useLeftoverRows() {
  const filter = useListFilter();
  const units = useScopeUnits();
  const result = useFindings(leftoverQueryOf(filter, units));
  const sort = filter.get('sort');
  const rows = useMemo(() => inOrder(result.data?.rows ?? [], units, sort), [result.data, units, sort]);
  return { result, rows, filter };
}

/**
 * What a round of rulings goes through: the findings of the filter and the scope in the order of the list, whatever
 * has been ruled on them, rejected ones too. Null until they are here.
 */
export function useRoundRows(): readonly LeftoverRow[] | null {
  const filter = useListFilter();
  const units = useScopeUnits();
  const { ruled: _, ...query } = leftoverQueryOf(filter, units);
  const held = useFindings(query).data?.rows;
  const rejected = useFindings({ ...query, ruled: 'rejected' }).data?.rows;
  const sort = filter.get('sort');
  return useMemo(
    () => (held && rejected ? inOrder([...held, ...rejected], units, sort) : null),
    [held, rejected, units, sort],
  );
}

function inOrder(rows: readonly LeftoverRow[], units: readonly string[] | null, sort = '-area'): LeftoverRow[] {
  const inScope = ({ parcel }: LeftoverRow) => !units || (parcel.unit !== null && units.includes(parcel.unit));
  return rows.filter(inScope).sort(ORDERS[sort] ?? byAreaDown);
}

const byAreaDown = (a: LeftoverRow, b: LeftoverRow) => b.finding.areaMu - a.finding.areaMu;
const ORDERS: Record<string, (a: LeftoverRow, b: LeftoverRow) => number> = {
  '-area': byAreaDown,
  area: (a, b) => a.finding.areaMu - b.finding.areaMu,
  number: (a, b) => a.parcel.number.localeCompare(b.parcel.number),
};
