import { useMapHand } from '../../map/hand';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { listText } from '../../text/list';
import { go, useAddress } from '../../url';
import { unitsText, windowText } from '../export/asked';
import { CapLine } from '../leftover/CapLine';
import { RoundBar } from '../leftover/RoundBar';
import { showPlot } from '../leftover/showPlot';
import { Asking } from '../parts/Asking';
import { Empty } from '../parts/Panel';
import { RunHead } from '../runs/RunHead';
import { LeftoverFields } from './LeftoverFields';
import { LeftoverLine } from './LeftoverLine';
import { ListFrame } from './ListFrame';
import { ROW_PIXELS } from './Row';
import { leftoverQueryOf, useLeftoverRows } from './useLeftoverRows';
import { overlaps, useScopeUnits, useWindow } from './useListFilter';
import { VirtualRows } from './VirtualRows';
import './leftover-list.css';

/** Leftover plots that fit the filter, the scope and the map's window, under the search that finds them. */
export function LeftoverList() {
  const t = useText(listText);
  const format = useFormat();
  const hand = useMapHand();
  const [{ selection }] = useAddress();
  const { result, rows: all, filter } = useLeftoverRows();
  const within = useWindow(filter);
  const park = filter.get('park');
  const rows = within ? all.filter(({ parcel }) => overlaps(parcel.bbox, within)) : all;
  const units = useScopeUnits();
  const open = (index: number) => {
    const row = rows[index];
    if (!row) return;
    go({ selection: { kind: 'leftover', id: row.parcel.id } });
    showPlot(hand, row.parcel.bbox);
  };
  return (
    <>
      <RunHead />
      <ListFrame
        filter={filter}
        fields={<LeftoverFields filter={filter} />}
        total={`${t('total', { n: format.number(rows.length) })} · ${format.mu(rows.reduce((sum, r) => sum + r.finding.areaMu, 0))}`}
        sorts={[
          { value: '-area', label: t('sortAreaDown') },
          { value: 'area', label: t('sortArea') },
          { value: 'number', label: t('sortNumber') },
        ]}
        asked={
          rows.length > 0
            ? {
                ...leftoverQueryOf(filter, null),
                what: 'leftover',
                sort: filter.get('sort') ?? '-area',
                ...unitsText(units),
                ...windowText(within),
              }
            : null
        }
      >
        {park && <CapLine park={park} />}
        <RoundBar />
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
    </>
  );
}
