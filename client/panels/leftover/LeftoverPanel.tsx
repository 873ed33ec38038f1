import { Button } from 'antd';
import { type ParcelCard, readParcel } from '../../../data/contract/parcels';
import { leftoverWords, statusWords, tenureWords } from '../../../data/words/vocabulary';
import { useAnswer } from '../../answers';
import { useMapHand } from '../../map/hand';
import { useGoThere } from '../../map/useGoThere';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { partsText } from '../../text/parts';
import { plotsText } from '../../text/plots';
import { rulingsText } from '../../text/rulings';
import { go, useAddress } from '../../url';
import { HatchSwatch } from '../legend/Swatch';
import { Asking } from '../parts/Asking';
import { AreaFigure, Facts, Figures } from '../parts/Figure';
import { Empty, Mark, Panel, SampleMark } from '../parts/Panel';
import { VerdictMark } from '../parts/VerdictMark';
import { WhatIfLink } from '../rules/WhatIfLink';
import { useClaimWords } from '../rulings/claimWords';
import { RulingDialog } from '../rulings/RulingDialog';
import { useOffices } from '../rulings/useOffices';
import { AreaLimit } from './AreaLimit';
import { Beside } from './Beside';
import { readLine } from './line';
import { RoundBar } from './RoundBar';
import { PLOT_ZOOM, roomAround, showPlot, useIntoSight } from './showPlot';
import { useRound } from './useRound';
import '../parts/lines.css';
import '../unit/unit.css';
import './leftover.css';

/** The card of a leftover plot, by its parcel: what is suspected beside each park and why, drawn on the map, and what was ruled. */
export function LeftoverPanel({ id }: { id: string }) {
  const answer = useAnswer(
    readParcel,
    { params: { id } },
    { layers: ['parcels', 'parks', 'leftover', 'rulings'], keep: true },
  );
  return (
    <Asking result={answer} id={id}>
      {(card) => <Card card={card} />}
    </Asking>
  );
}

function Card({ card }: { card: ParcelCard }) {
  const t = useText(plotsText);
  const p = useText(partsText);
  const r = useText(rulingsText);
  const format = useFormat();
  const hand = useMapHand();
  const [{ line }] = useAddress();
  const claimWords = useClaimWords();
  const offices = format.list(useOffices('plot'));
  const { step, hasNext } = useRound();
  useGoThere(roomAround(card.bbox), PLOT_ZOOM);
  useIntoSight(card.bbox);
  const about = card.findings.map((finding) => ({
    subject: 'plot' as const,
    park: finding.park,
    parcel: { id: card.id, number: card.number },
    found: finding.kind,
    because: finding.because,
  }));
  const opened = readLine(line);
  const at = Math.max(
    0,
    card.findings.findIndex(({ park }) => park.id === opened?.park),
  );
  const lead = card.findings[at];
  const ruled = lead?.ruling ?? null;
  const close = () => go({ line: null });
  return (
    <Panel
      kicker={`${t('leftoverPlot')} · ${card.number}`}
      title={
        lead ? (
          <span className="leftover-title">
            <HatchSwatch kind={lead.standing ?? 'too-large'} />
            {lead.standing ? format.name(leftoverWords[lead.standing]) : r('reject')}
          </span>
        ) : (
          t('leftoverPlot')
        )
      }
      marks={
        <>
          {ruled ? <Mark>{claimWords(ruled)}</Mark> : <Mark tone="warn">{p('suspected')}</Mark>}
          {lead?.atLimit && <VerdictMark verdict="at-limit" word={t('atLimit')} />}
          {card.sample && <SampleMark />}
        </>
      }
      actions={
        <>
          <Button onClick={() => showPlot(hand, card.bbox)}>{t('onMap')}</Button>
          <Button onClick={() => go({ selection: { kind: 'parcel', id: card.id } })}>{t('toParcel')}</Button>
        </>
      }
      onClose={() => go({ selection: null })}
    >
      <RoundBar park={lead?.park.id} />
      <Figures>
        <AreaFigure label={t('area')} areaMu={card.areaMu} about={{ formula: 'area', source: card.source }} />
        <AreaLimit areaMu={card.areaMu} atLimit={lead?.atLimit ?? false} />
      </Figures>
      <div className="leftover-facts">
        <Facts
          rows={[
            [t('tenure'), format.name(tenureWords[card.tenure])],
            [t('status'), card.status && format.name(statusWords[card.status])],
            [t('farmland'), card.farmland === null ? null : t(card.farmland ? 'farmlandYes' : 'farmlandNo')],
          ]}
        />
      </div>
      {card.findings.length === 0 && <Empty>{t('findingsNone')}</Empty>}
      {card.findings.map((finding, index) => (
        <Beside
          key={finding.park.id}
          parcel={card}
          finding={finding}
          drawn={index === at}
          kept={index === at && opened && opened.open !== 'rule' ? opened.open : null}
        />
      ))}
      {offices && <p className="quiet">{r('responsibleJointly', { offices })}</p>}
      <WhatIfLink group="leftover" />
      <RulingDialog
        about={opened?.open === 'rule' ? (about[at] ?? null) : null}
        standing={ruled}
        onClose={close}
        {...(hasNext ? { onNext: () => step(1, 'rule') || close() } : {})}
      />
    </Panel>
  );
}
