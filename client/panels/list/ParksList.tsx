import type { ParkRow, Verdict } from '../../../data/contract';
import { verdictWords } from '../../../data/words/vocabulary';
import { useMapHand } from '../../map/hand';
import { useParks } from '../../map/useCity';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { listText } from '../../text/list';
import { go, useAddress } from '../../url';
import { unitsText, windowText } from '../export/asked';
import { Asking } from '../parts/Asking';
import { Empty } from '../parts/Panel';
import { useUnitNames } from '../parts/useUnitNames';
import { VerdictMark } from '../parts/VerdictMark';
import { FilterSelect } from './FilterSelect';
import { ListFrame } from './ListFrame';
import { ROW_PIXELS, Row } from './Row';
import { type ListFilter, overlaps, useListFilter, useScopeUnits, useWindow } from './useListFilter';
import { VirtualRows } from './VirtualRows';

const VERDICTS: readonly Verdict[] = ['met', 'unmet', 'unknown'];

/** All parks that fit the filter, the scope and the map's window, each with its finding. */
export function ParksList() {
  const t = useText(listText);
  const format = useFormat();
  const hand = useMapHand();
  const nameOf = useUnitNames();
  const [{ selection }] = useAddress();
  const filter = useListFilter();
  const [within, units] = [useWindow(filter), useScopeUnits()];
  const result = useParks();
  const kept = (result.data?.rows ?? []).filter(
    (park) =>
      fits(park, filter) &&
      (!within || overlaps(park.bbox, within)) &&
      (!units || (park.unit !== null && units.includes(park.unit))),
  );
  const parks = kept.sort(ORDERS[filter.get('sort') ?? 'name'] ?? ORDERS.name);
  const open = (index: number) => {
    const park = parks[index];
    if (!park) return;
    go({ selection: { kind: 'park', id: park.id } });
    hand.fit(park.bbox);
  };
  return (
    <ListFrame
      filter={filter}
      fields={
        <>
          <FilterSelect
            filter={filter}
            name="verdict"
            label={t('filterVerdict')}
            options={VERDICTS.map((value) => ({ value, label: format.name(verdictWords[value]) }))}
          />
          <FilterSelect
            filter={filter}
            name="kind"
            label={t('filterKind')}
            options={(['draft', 'official'] as const).map((value) => ({ value, label: t(value) }))}
          />
        </>
      }
      total={`${t('total', { n: format.number(parks.length) })} · ${format.mu(parks.reduce((sum, p) => sum + p.areaMu, 0))}`}
      sorts={[
        { value: 'name', label: t('sortName') },
        { value: '-area', label: t('sortAreaDown') },
        { value: 'area', label: t('sortArea') },
        { value: 'verdict', label: t('sortVerdict') },
      ]}
      asked={
        parks.length > 0
          ? {
              what: 'parks',
              ...chosen(filter),
              sort: filter.get('sort') ?? 'name',
              ...unitsText(units),
              ...windowText(within),
            }
          : null
      }
    >
      <Asking result={result}>
        {(answer) =>
          parks.length === 0 ? (
            <Empty>{t(answer.rows.length === 0 ? 'noneParks' : 'none')}</Empty>
          ) : (
            <VirtualRows
              label={t('parks')}
              count={parks.length}
              rowPixels={ROW_PIXELS}
              keyOf={(index) => parks[index]?.id ?? index}
              selected={parks.findIndex((park) => selection?.kind === 'park' && selection.id === park.id)}
              onActive={(index) => hand.setHighlight(parks[index] ? { layer: 'parks', id: parks[index].id } : null)}
              onOpen={open}
            >
              {(index) => parks[index] && <ParkLine park={parks[index]} unit={nameOf} />}
            </VirtualRows>
          )
        }
      </Asking>
    </ListFrame>
  );
}

function ParkLine({ park, unit }: { park: ParkRow; unit: (id: string) => string }) {
  const t = useText(listText);
  const format = useFormat();
  return (
    <Row
      title={park.name}
      mark={<VerdictMark verdict={park.title} bare />}
      subtitle={[park.unit && unit(park.unit), t(park.kind), t('members', { count: park.memberCount })]
        .filter(Boolean)
        .join(' · ')}
      figure={format.mu(park.areaMu)}
    />
  );
}

const fits = (park: ParkRow, filter: ListFilter): boolean =>
  [filter.get('verdict') ?? park.title, filter.get('kind') ?? park.kind].join() === [park.title, park.kind].join();

const byName = (a: ParkRow, b: ParkRow) => a.name.localeCompare(b.name, 'zh-CN');
const ORDERS: Record<string, (a: ParkRow, b: ParkRow) => number> & { name: typeof byName } = {
  name: byName,
  area: (a, b) => a.areaMu - b.areaMu,
  '-area': (a, b) => b.areaMu - a.areaMu,
  verdict: (a, b) => VERDICTS.indexOf(a.title) - VERDICTS.indexOf(b.title) || byName(a, b),
};

/** The filter of the list as the export asks it. */
function chosen(filter: ListFilter) {
  const verdict = VERDICTS.find((one) => one === filter.get('verdict'));
  const kind = filter.get('kind');
  return { ...(verdict ? { verdict } : {}), ...(kind ? { kind } : {}) };
}
