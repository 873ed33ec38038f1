import type { Run, RunChange } from '../../../data/contract';
import { leftoverWords } from '../../../data/words/vocabulary';
import { useMapHand } from '../../map/hand';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { runsText } from '../../text/runs';
import { go } from '../../url';
import { showPlot } from '../leftover/showPlot';
import { ROW_PIXELS, Row } from '../list/Row';
import { VirtualRows } from '../list/VirtualRows';
import { Asking } from '../parts/Asking';
import { Mark, Section } from '../parts/Panel';
import { OutcomeLine } from './OutcomeLine';
import { useRunChanges } from './useRuns';

const MOST_ROWS_SHOWN = 8;

/** What a finished search found otherwise than the one before: each plot with its class before and after, and the way to it. */
export function RunChanges({ run, outcome }: { run: Run; outcome: NonNullable<Run['outcome']> }) {
  const t = useText(runsText);
  const hand = useMapHand();
  const total = outcome.appeared + outcome.changed + outcome.gone;
  const result = useRunChanges(run.id, total > 0);
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = result;
  const rows = result.data?.pages.flatMap((page) => page.rows) ?? [];
  const open = (index: number) => {
    const row = rows[index];
    if (!row) return;
    go({ selection: { kind: 'leftover', id: row.parcel.id } });
    showPlot(hand, row.parcel.bbox);
  };
  return (
    <Section title={t('changes')} aside={<OutcomeLine run={run} />}>
      {total > 0 && (
        <Asking result={result as Parameters<typeof Asking>[0]['result']}>
          {() => (
            <VirtualRows
              label={t('changes')}
              count={rows.length}
              rowPixels={ROW_PIXELS}
              heightPixels={ROW_PIXELS * Math.min(MOST_ROWS_SHOWN, rows.length)}
              keyOf={(index) => `${rows[index]?.parcel.id}-${rows[index]?.park.id}`}
              onActive={(index) =>
                hand.setHighlight(rows[index] ? { layer: 'parcels', id: rows[index].parcel.id } : null)
              }
              onOpen={open}
              onNearEnd={() => {
                if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
              }}
            >
              {(index) => rows[index] && <ChangeLine change={rows[index]} />}
            </VirtualRows>
          )}
        </Asking>
      )}
    </Section>
  );
}

function ChangeLine({ change: { parcel, park, before, after, ruling } }: { change: RunChange }) {
  const t = useText(runsText);
  const format = useFormat();
  const was = before ? format.name(leftoverWords[before]) : t('noneBefore');
  const is = after ? format.name(leftoverWords[after]) : t('noneAfter');
  return (
    <Row
      title={`${was} → ${is}`}
      mark={ruling ? <Mark>{t('ruledMark')}</Mark> : <small>{format.mu(parcel.areaMu)}</small>}
      subtitle={parcel.number}
      figure={park.name}
    />
  );
}
