import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type LeftoverKind, type LeftoverRow, listLeftover } from '../../../data/contract';
import { leftoverWords } from '../../../data/words/vocabulary';
import { usePageState } from '../../answers';
import { type ApiError, call } from '../../api';
import { useMapHand } from '../../map/hand';
import { useFormat } from '../../text/format';
import { useLanguage, useText } from '../../text/i18n';
import { listText } from '../../text/list';
import { go, useAddress } from '../../url';
import { Asking } from '../parts/Asking';
import { Empty } from '../parts/Panel';
import { useSuspected } from '../parts/useSuspected';
import { useUnitNames } from '../parts/useUnitNames';
import { type Column, roundHectares, roundMu } from './columns';
import { FilterSelect } from './FilterSelect';
import { ListFrame } from './ListFrame';
import { ROW_PIXELS, Row } from './Row';
import { readParcelShapes } from './readShapes';
import { overlaps, useListFilter, useScopeUnits, useWindow } from './useListFilter';
import { VirtualRows } from './VirtualRows';

const KINDS: readonly LeftoverKind[] = ['corner', 'scattered', 'enclosed', 'manual', 'unknown'];
const PAGE_ROWS = 500;

/** Suspected leftover plots that fit the filter, the scope and the map's window. */
export function LeftoverList() {
  const t = useText(listText);
  const format = useFormat();
  const hand = useMapHand();
  const [{ selection }] = useAddress();
  const filter = useListFilter();
  const [within, units] = [useWindow(filter), useScopeUnits()];
  const result = useLeftover(filter.get('kind'), filter.get('park'));
  const rows = (result.data ?? [])
    .filter(
      ({ parcel }) =>
        (!within || overlaps(parcel.bbox, within)) && (!units || (parcel.unit !== null && units.includes(parcel.unit))),
    )
    .sort(ORDERS[filter.get('sort') ?? '-area'] ?? byAreaDown);
  const columns = useColumns();
  const open = (index: number) => {
    const row = rows[index];
    if (!row) return;
    go({ selection: { kind: 'leftover', id: row.parcel.id } });
    hand.fit(row.parcel.bbox);
  };
  return (
    <ListFrame
      filter={filter}
      name={t('leftover')}
      fields={
        <FilterSelect
          several
          filter={filter}
          name="kind"
          label={t('filterKind')}
          options={KINDS.map((value) => ({ value, label: format.name(leftoverWords[value]) }))}
        />
      }
      total={`${t('total', { n: format.number(rows.length) })} · ${format.mu(rows.reduce((sum, r) => sum + r.finding.areaMu, 0))}`}
      sorts={[
        { value: '-area', label: t('sortAreaDown') },
        { value: 'area', label: t('sortArea') },
        { value: 'number', label: t('sortNumber') },
      ]}
      source={rows.length > 0 ? { columns, rows: async () => rows, shapes: shapesOf } : null}
    >
      <Asking result={result}>
        {() =>
          rows.length === 0 ? (
            <Empty>{t('none')}</Empty>
          ) : (
            <VirtualRows
              label={t('leftover')}
              count={rows.length}
              rowPixels={ROW_PIXELS}
              keyOf={(index) => `${rows[index]?.parcel.id}-${rows[index]?.park.id}`}
              selected={rows.findIndex((row) => selection?.kind === 'leftover' && selection.id === row.parcel.id)}
              onActive={(index) =>
                hand.setHighlight(rows[index] ? { layer: 'leftover', id: rows[index].parcel.id } : null)
              }
              onOpen={open}
            >
              {(index) => rows[index] && <LeftoverLine row={rows[index]} />}
            </VirtualRows>
          )
        }
      </Asking>
    </ListFrame>
  );
}

function LeftoverLine({ row: { parcel, park, finding } }: { row: LeftoverRow }) {
  const t = useText(listText);
  const format = useFormat();
  const nameKind = useSuspected();
  return (
    <Row
      title={nameKind(finding.kind)}
      mark={<small>{parcel.number}</small>}
      subtitle={t('parkOf', { park: park.name })}
      figure={format.mu(finding.areaMu)}
    />
  );
}

/** A plot beside two parks stands twice, each time with what was found beside that park. */
async function shapesOf(rows: readonly LeftoverRow[]) {
  const shapes = await readParcelShapes([...new Set(rows.map((row) => row.parcel.id))]);
  return rows.map((row) => ({
    id: `${row.parcel.id}-${row.park.id}`,
    row,
    shape: shapes.get(row.parcel.id) ?? null,
  }));
}

const byAreaDown = (a: LeftoverRow, b: LeftoverRow) => b.finding.areaMu - a.finding.areaMu;
const ORDERS: Record<string, (a: LeftoverRow, b: LeftoverRow) => number> = {
  '-area': byAreaDown,
  area: (a, b) => a.finding.areaMu - b.finding.areaMu,
  number: (a, b) => a.parcel.number.localeCompare(b.parcel.number),
};

/** Every finding that fits, page by page: a city has hundreds, not thousands. */
function useLeftover(kind: string | undefined, park: string | undefined) {
  const language = useLanguage();
  const version = usePageState().data?.versions.leftover;
  return useQuery<LeftoverRow[], ApiError>({
    queryKey: ['leftover-rows', kind, park, language, version ?? 0],
    queryFn: async ({ signal }) => {
      const rows: LeftoverRow[] = [];
      for (;;) {
        const query = { kind, park, limit: PAGE_ROWS, offset: rows.length };
        const page = await call(listLeftover, { query }, signal);
        rows.push(...page.rows);
        if (page.rows.length === 0 || rows.length >= page.total) return rows;
      }
    },
    enabled: version !== undefined,
    placeholderData: keepPreviousData,
  });
}

function useColumns(): Column<LeftoverRow>[] {
  const t = useText(listText);
  const nameKind = useSuspected();
  const nameOf = useUnitNames();
  return [
    { head: t('colNumber'), cell: (row) => row.parcel.number },
    { head: t('colKind'), cell: (row) => nameKind(row.finding.kind) },
    { head: t('colBeside'), cell: (row) => row.park.name },
    { head: t('colUnit'), cell: (row) => row.parcel.unit && nameOf(row.parcel.unit) },
    { head: t('colMu'), cell: (row) => roundMu(row.finding.areaMu) },
    { head: t('colHectares'), cell: (row) => roundHectares(row.finding.areaMu) },
    { head: t('colBecause'), cell: (row) => row.finding.because.join('; ') },
    { head: t('colMissing'), cell: (row) => row.finding.missing.join('; ') },
    { head: t('colSample'), cell: (row) => t(row.parcel.sample ? 'yes' : 'no') },
  ];
}
