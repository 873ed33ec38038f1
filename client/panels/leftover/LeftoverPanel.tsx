import { Button } from 'antd';
import { type LeftoverRow, listLeftover } from '../../../data/contract/leftover';
import { type ParcelCard, readParcel } from '../../../data/contract/parcels';
import { leftoverWords } from '../../../data/words/vocabulary';
import { useAnswer } from '../../answers';
import { useMapHand } from '../../map/hand';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { partsText } from '../../text/parts';
import { plotsText } from '../../text/plots';
import { go } from '../../url';
import { HatchSwatch } from '../legend/Swatch';
import { Asking } from '../parts/Asking';
import { AreaFigure, Figures } from '../parts/Figure';
import { Empty, Mark, Panel, SampleMark, Section } from '../parts/Panel';
import { Measures } from './Measures';
import '../unit/unit.css';

const pageRows = 500;

/** The card of a leftover plot, by its parcel: what is suspected beside each park, why, and what is missing. */
export function LeftoverPanel({ id }: { id: string }) {
  const answer = useAnswer(readParcel, { params: { id } }, { layers: ['parcels', 'parks', 'leftover'], keep: true });
  return (
    <Asking result={answer} id={id}>
      {(card) => <Card card={card} />}
    </Asking>
  );
}

function Card({ card }: { card: ParcelCard }) {
  const t = useText(plotsText);
  const p = useText(partsText);
  const format = useFormat();
  const hand = useMapHand();
  const [lead] = card.findings;
  const park = lead?.park.id;
  const rows = useAnswer(
    listLeftover,
    { query: { park: park ?? '', limit: pageRows } },
    { layers: ['leftover'], enabled: park !== undefined, keep: true },
  ).data?.rows.filter((row) => row.parcel.id === card.id);
  return (
    <Panel
      kicker={`${t('leftoverPlot')} · ${card.number}`}
      title={
        lead ? (
          <span className="leftover-title">
            <HatchSwatch kind={lead.kind} /> {format.name(leftoverWords[lead.kind])}
          </span>
        ) : (
          t('leftoverPlot')
        )
      }
      marks={
        <>
          <Mark tone="warn">{p('suspected')}</Mark>
          {lead?.atLimit && <Mark>= {t('atLimit')}</Mark>}
          {card.sample && <SampleMark />}
        </>
      }
      actions={
        <>
          <Button onClick={() => hand.fit(card.bbox)}>{t('onMap')}</Button>
          <Button onClick={() => go({ selection: { kind: 'parcel', id: card.id } })}>{t('toParcel')}</Button>
        </>
      }
      onClose={() => go({ selection: null })}
    >
      <Figures>
        <AreaFigure label={t('area')} areaMu={card.areaMu} about={{ formula: 'area', source: card.source }} />
      </Figures>
      {card.findings.length === 0 && <Empty>{t('findingsNone')}</Empty>}
      {card.findings.map((finding) => (
        <Beside key={finding.park.id} finding={finding} row={rows?.find((row) => row.park.id === finding.park.id)} />
      ))}
      <p className="quiet">{t('decides')}</p>
    </Panel>
  );
}

function Beside({ finding, row }: { finding: ParcelCard['findings'][number]; row: LeftoverRow | undefined }) {
  const t = useText(plotsText);
  const format = useFormat();
  const { park, kind, wouldBe, because, missing } = finding;
  return (
    <Section
      title={t('besidePark')}
      aside={
        <button type="button" className="link" onClick={() => go({ selection: { kind: 'park', id: park.id } })}>
          {park.name}
        </button>
      }
    >
      <p>
        <b>{t('suspectedTitle', { kind: format.name(leftoverWords[kind]) })}</b>
        {wouldBe && ` (${t('wouldBe', { kind: format.name(leftoverWords[wouldBe]) })})`}
      </p>
      <Lines title={t('because')} lines={because} />
      <Lines title={t('missing')} lines={missing} />
      {row && <Measures measures={row.finding.measures} />}
    </Section>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <h4 className="lines-title">{title}</h4>
      <ul className="lines">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}
