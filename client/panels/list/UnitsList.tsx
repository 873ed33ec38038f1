import type { UnitSummary } from '../../../data/contract';
import { useMapHand } from '../../map/hand';
import { useUnits } from '../../map/useCity';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { listText } from '../../text/list';
import { go, useAddress } from '../../url';
import { unitsText, windowText } from '../export/asked';
import { Asking } from '../parts/Asking';
import { Empty } from '../parts/Panel';
import { ListFrame } from './ListFrame';
import { ROW_PIXELS, Row } from './Row';
import { overlaps, useListFilter, useScopeUnits, useWindow } from './useListFilter';
import { VirtualRows } from './VirtualRows';

/** The cultivation units with their parks and the land still free. */
export function UnitsList() {
  const t = useText(listText);
  const format = useFormat();
  const hand = useMapHand();
  const [{ selection }] = useAddress();
  const filter = useListFilter();
  const [within, scope] = [useWindow(filter), useScopeUnits()];
  const result = useUnits();
  const belts = result.data?.belts ?? [];
  const beltOf = (unit: UnitSummary) => {
    const belt = belts.find((one) => one.id === unit.belt);
    return belt ? format.name(belt.name) : null;
  };
  const kept = (result.data?.units ?? []).filter(
    (unit) =>
      unit.kind !== 'context' && (!within || overlaps(unit.bbox, within)) && (!scope || scope.includes(unit.id)),
  );
  const order = ORDERS[filter.get('sort') ?? ''];
  const units = order ? kept.sort(order) : kept;
  const open = (index: number) => {
    const unit = units[index];
    if (!unit) return;
    go({ selection: { kind: 'unit', id: unit.id } });
    hand.fit(unit.bbox);
  };
  return (
    <ListFrame
      filter={filter}
      fields={null}
      total={`${t('total', { n: format.number(units.length) })} · ${t('free', { mu: format.mu(units.reduce((sum, u) => sum + u.freeSupplyMu, 0)) })}`}
      sorts={[
        { value: 'plan', label: t('sortPlan') },
        { value: '-free', label: t('sortFree') },
        { value: '-parks', label: t('sortParks') },
      ]}
      asked={
        units.length > 0
          ? { what: 'units', sort: filter.get('sort') ?? 'plan', ...unitsText(scope), ...windowText(within) }
          : null
      }
    >
      <Asking result={result}>
        {() =>
          units.length === 0 ? (
            <Empty>{t('none')}</Empty>
          ) : (
            <VirtualRows
              label={t('units')}
              count={units.length}
              rowPixels={ROW_PIXELS}
              keyOf={(index) => units[index]?.id ?? index}
              selected={units.findIndex((unit) => selection?.kind === 'unit' && selection.id === unit.id)}
              onActive={(index) => hand.setHighlight(units[index] ? { layer: 'zones', id: units[index].id } : null)}
              onOpen={open}
            >
              {(index) => {
                const unit = units[index];
                return (
                  unit && (
                    <Row
                      title={format.name(unit.name)}
                      mark={unit.schematic && <small>{t('schematic')}</small>}
                      subtitle={[beltOf(unit), t('parksCount', { count: unit.parkCount })].filter(Boolean).join(' · ')}
                      figure={t('free', { mu: format.mu(unit.freeSupplyMu) })}
                    />
                  )
                );
              }}
            </VirtualRows>
          )
        }
      </Asking>
    </ListFrame>
  );
}

const ORDERS: Record<string, (a: UnitSummary, b: UnitSummary) => number> = {
  '-free': (a, b) => b.freeSupplyMu - a.freeSupplyMu,
  '-parks': (a, b) => b.parkCount - a.parkCount,
};
