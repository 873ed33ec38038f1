import { Input, Tag } from 'antd';
import type { Bbox, ParcelRow } from '../../../data/contract';
import { landUse, plotStatus } from '../../../data/contract';
import { statusWords, useWords } from '../../../data/words/vocabulary';
import { useMapHand } from '../../map/hand';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { listText } from '../../text/list';
import { go, useAddress } from '../../url';
import { Asking } from '../parts/Asking';
import { Empty } from '../parts/Panel';
import { FilterSelect } from './FilterSelect';
import { ListFrame } from './ListFrame';
import { ROW_PIXELS, Row } from './Row';
import { type ListFilter, useListFilter, useScopeUnits, useWindow } from './useListFilter';
import { type ParcelQuery, useParcelPages } from './useParcelPages';
import { VirtualRows } from './VirtualRows';

/** Parcels that fit the filter, the scope and the map's window, read a page at a time. */
export function ParcelsList() {
  const t = useText(listText);
  const format = useFormat();
  const hand = useMapHand();
  const [{ selection }] = useAddress();
  const filter = useListFilter();
  const query = queryOf(filter, useWindow(filter), useScopeUnits());
  const result = useParcelPages(query);
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = result;
  const rows = result.data?.pages.flatMap((page) => page.rows) ?? [];
  const first = result.data?.pages[0];
  const open = (index: number) => {
    const parcel = rows[index];
    if (!parcel) return;
    go({ selection: { kind: 'parcel', id: parcel.id } });
    hand.fit(parcel.bbox);
  };
  return (
    <ListFrame
      filter={filter}
      fields={<ParcelFields filter={filter} />}
      total={first && `${t('total', { n: format.number(first.total) })} · ${format.mu(first.totalMu)}`}
      sorts={[
        { value: 'number', label: t('sortNumber') },
        { value: '-number', label: t('sortNumberDown') },
        { value: '-area', label: t('sortAreaDown') },
        { value: 'area', label: t('sortArea') },
        { value: 'status', label: t('sortStatus') },
      ]}
      asked={rows.length > 0 ? { ...query, what: 'parcels' } : null}
    >
      <Asking result={result as Parameters<typeof Asking>[0]['result']}>
        {() =>
          rows.length === 0 ? (
            <Empty>{t('none')}</Empty>
          ) : (
            <VirtualRows
              label={t('parcels')}
              count={rows.length}
              rowPixels={ROW_PIXELS}
              keyOf={(index) => rows[index]?.id ?? index}
              selected={rows.findIndex((row) => selection?.kind === 'parcel' && selection.id === row.id)}
              onActive={(index) => hand.setHighlight(rows[index] ? { layer: 'parcels', id: rows[index].id } : null)}
              onOpen={open}
              onNearEnd={() => {
                if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
              }}
            >
              {(index) => rows[index] && <ParcelLine parcel={rows[index]} />}
            </VirtualRows>
          )
        }
      </Asking>
    </ListFrame>
  );
}

const NARROWS = [
  ['import', 'ofImport'],
  ['park', 'ofPark'],
] as const;

function ParcelFields({ filter }: { filter: ListFilter }) {
  const t = useText(listText);
  const format = useFormat();
  return (
    <>
      {NARROWS.map(
        ([name, word]) =>
          filter.get(name) && (
            <Tag key={name} closable onClose={() => filter.set(name, null)}>
              {t(word)}
            </Tag>
          ),
      )}
      <Input
        size="small"
        allowClear
        aria-label={t('filterNumber')}
        placeholder={t('filterNumber')}
        defaultValue={filter.get('number') ?? ''}
        onChange={(event) => filter.set('number', event.target.value.trim())}
      />
      <FilterSelect
        several
        filter={filter}
        name="status"
        label={t('filterStatus')}
        options={plotStatus.options.map((value) => ({ value, label: format.name(statusWords[value]) }))}
      />
      <FilterSelect
        several
        filter={filter}
        name="use"
        label={t('filterUse')}
        options={landUse.options.map((value) => ({ value, label: format.name(useWords[value]) }))}
      />
    </>
  );
}

function ParcelLine({ parcel }: { parcel: ParcelRow }) {
  const t = useText(listText);
  const format = useFormat();
  return (
    <Row
      title={parcel.number}
      mark={parcel.sample && <small>{t('sample')}</small>}
      subtitle={[
        format.name(useWords[parcel.use]),
        parcel.status ? format.name(statusWords[parcel.status]) : null,
        parcel.park?.name,
      ]
        .filter(Boolean)
        .join(' · ')}
      figure={format.mu(parcel.areaMu)}
    />
  );
}

const SORTS = ['number', '-number', 'area', '-area', 'status'] as const;

function queryOf(filter: ListFilter, within: Bbox | null, units: readonly string[] | null): ParcelQuery {
  const narrows = filter.get('import') ?? filter.get('park');
  return {
    sort: SORTS.find((sort) => sort === filter.get('sort')) ?? 'number',
    ...(within && !narrows ? { bbox: within.map((side) => side.toFixed(5)).join(',') } : {}),
    ...(units ? { unit: units.join(',') } : {}),
    ...pick(filter, 'status'),
    ...pick(filter, 'use'),
    ...pick(filter, 'number'),
    ...pick(filter, 'park'),
    ...pick(filter, 'import'),
  };
}

function pick<N extends 'status' | 'use' | 'number' | 'park' | 'import'>(filter: ListFilter, name: N) {
  const value = filter.get(name);
  return value ? { [name]: value } : {};
}
