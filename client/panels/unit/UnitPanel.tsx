import { Button } from 'antd';
import { readUnit, type UnitCard } from '../../../data/contract/units';
import { useAnswer } from '../../answers';
import { useMapHand } from '../../map/hand';
import { useUnits } from '../../map/useCity';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { partsText } from '../../text/parts';
import { unitsText } from '../../text/units';
import { go } from '../../url';
import { Asking } from '../parts/Asking';
import { ClauseLine } from '../parts/ClauseLine';
import { Explained } from '../parts/Explained';
import { AreaFigure, Facts, Figure, Figures } from '../parts/Figure';
import { Mark, Panel, Section } from '../parts/Panel';
import { useSourceTitle } from '../parts/useSourceTitle';
import { Carriers } from './Carriers';
import { LandOfUnit } from './LandOfUnit';
import { ParksOfUnit } from './ParksOfUnit';
import { Quotas } from './Quotas';
import { Segments } from './Segments';
import { Targets } from './Targets';
import './unit.css';

/** The card of one cultivation unit. */
export function UnitPanel({ id }: { id: string }) {
  const answer = useAnswer(
    readUnit,
    { params: { id } },
    { layers: ['zones', 'parks', 'parcels', 'leftover'], keep: true },
  );
  return (
    <Asking result={answer} id={id}>
      {(card) => <Card card={card} />}
    </Asking>
  );
}

function Card({ card }: { card: UnitCard }) {
  const t = useText(unitsText);
  const p = useText(partsText);
  const format = useFormat();
  const hand = useMapHand();
  const sourceTitle = useSourceTitle();
  const belts = useUnits().data?.belts ?? [];
  const belt = belts.find((candidate) => candidate.id === card.belt);
  const kindWord = { county: t('kind_county'), 'management-zone': t('kind_management'), context: t('kind_context') };
  return (
    <Panel
      kicker={`${t('unit')}${belt ? ` · ${format.name(belt.name)}` : ''}`}
      title={format.name(card.name)}
      marks={
        <>
          <Mark>{kindWord[card.kind]}</Mark>
          {card.schematic && (
            <Mark tip={p('schematicTip')} tone="warn">
              {p('schematic')}
            </Mark>
          )}
        </>
      }
      actions={<Button onClick={() => hand.fit(card.bbox)}>{t('onMap')}</Button>}
      onClose={() => go({ selection: null })}
    >
      {card.idea && <p className="unit-idea">{format.name(card.idea)}</p>}
      <Figures>
        <Figure label={t('parks')} value={format.number(card.parkCount)} about={{ formula: 'parks' }} />
        <AreaFigure label={t('free')} areaMu={card.freeSupplyMu} about={{ formula: 'freeSupply' }} />
        <Figure label={t('leftover')} value={format.number(card.leftoverCount)} about={{ formula: 'leftover' }} />
      </Figures>
      <Segments ids={card.segments} />
      <ParksOfUnit parks={card.parks} />
      <LandOfUnit card={card} />
      <Carriers carriers={card.carriers} />
      <Targets targets={card.targets} />
      <Quotas quotas={card.quotas} />
      <Section title={t('supplyGroup')}>
        <Facts
          rows={[
            [t('supplyGroup'), card.supplyGroup ? t(`supply_${card.supplyGroup}`) : t('supplyNone')],
            [t('leaders'), format.list(card.leaders)],
            [t('platforms'), format.list(card.platforms)],
            [
              t('areaMu'),
              <Explained key="area" about={{ formula: 'unitArea', source: card.source }}>
                {format.areaOfSquareMetres(card.areaSquareMetres)}
              </Explained>,
            ],
            [t('source'), sourceTitle(card.source)],
          ]}
        />
        <ClauseLine clause={card.clause} />
      </Section>
    </Panel>
  );
}
