import { Button } from 'antd';
import { type ParcelCard, readParcel } from '../../../data/contract/parcels';
import { statusWords, tenureWords, useWords } from '../../../data/words/vocabulary';
import { useAnswer } from '../../answers';
import { useMapHand } from '../../map/hand';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { mapText } from '../../text/map';
import { plotsText } from '../../text/plots';
import { go } from '../../url';
import { Asking } from '../parts/Asking';
import { Explained } from '../parts/Explained';
import { AreaFigure, Facts, Figure, Figures } from '../parts/Figure';
import { Panel, SampleMark, Section } from '../parts/Panel';
import { useSourceTitle } from '../parts/useSourceTitle';
import { useUnitNames } from '../parts/useUnitNames';
import { Findings } from './Findings';
import { PlanningFigures } from './PlanningFigures';
import '../unit/unit.css';

/** The card of one parcel. */
export function ParcelPanel({ id }: { id: string }) {
  const answer = useAnswer(readParcel, { params: { id } }, { layers: ['parcels', 'parks', 'leftover'], keep: true });
  return (
    <Asking result={answer} id={id}>
      {(card) => <Card card={card} />}
    </Asking>
  );
}

/** Adds a parcel to the park that is being formed and opens its panel. */
const addToForm = (id: string) =>
  go((now) => ({ picks: [...new Set([...now.picks, id])], selection: { kind: 'form', id: '-' } }));

function Card({ card }: { card: ParcelCard }) {
  const t = useText(plotsText);
  const m = useText(mapText);
  const format = useFormat();
  const hand = useMapHand();
  const unitName = useUnitNames();
  const sourceTitle = useSourceTitle();
  const { declaredAreaSquareMetres: declared, areaSquareMetres: area } = card;
  const unit =
    card.unit === null
      ? t('unitUnknown')
      : `${unitName(card.unit)}${card.unitBasis === 'schematic' ? `(${t('unitSuspected')})` : ''}`;
  return (
    <Panel
      kicker={card.name ? `${t('parcel')} · ${card.name}` : t('parcel')}
      title={card.number}
      marks={card.sample && <SampleMark />}
      actions={
        <>
          <Button onClick={() => hand.fit(card.bbox)}>{t('onMap')}</Button>
          <Button onClick={() => addToForm(card.id)}>{t('addPick')}</Button>
        </>
      }
      onClose={() => go({ selection: null })}
    >
      <Figures>
        <AreaFigure label={t('area')} areaMu={card.areaMu} about={{ formula: 'area', source: card.source }} />
        <Figure label={t('status')} value={card.status ? format.name(statusWords[card.status]) : m('notGiven')} />
        <Figure label={t('use')} value={format.name(useWords[card.use])} note={card.useCode} />
      </Figures>
      <Section title={t('parcel')}>
        <Facts
          rows={[
            [t('ofUnit'), unit],
            [t('park'), card.park ? <ParkLink key="park" {...card.park} /> : t('parkNone')],
            [t('tenure'), format.name(tenureWords[card.tenure])],
            [
              t('farmland'),
              card.farmland === null ? t('notInHand') : card.farmland ? t('farmlandYes') : t('farmlandNo'),
            ],
            [
              `${t('areaPlanar')} (${card.planarCrs})`,
              <Explained key="planar" about={{ formula: 'planar', source: card.source }}>
                {format.squareMetres(card.areaPlanarSquareMetres)}
              </Explained>,
            ],
            [
              t('areaDeclared'),
              declared === null ? (
                t('notInHand')
              ) : (
                <Explained key="declared" about={{ formula: 'declared', source: card.source }}>
                  {format.squareMetres(declared)} ·{' '}
                  {t('areaDiffers', { share: format.share(Math.abs(declared - area) / area, 0) })}
                </Explained>
              ),
            ],
            [t('source'), sourceTitle(card.source)],
            [
              t('importFile'),
              card.import && t('importedFrom', { file: card.import.fileName, record: card.import.record }),
            ],
          ]}
        />
      </Section>
      <Findings findings={card.findings} id={card.id} />
      <PlanningFigures card={card} />
    </Panel>
  );
}

const ParkLink = ({ id, name }: { id: string; name: string }) => (
  <button type="button" className="link" onClick={() => go({ selection: { kind: 'park', id } })}>
    {name}
  </button>
);
