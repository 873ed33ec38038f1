import { listParks, type ParkRow } from '../../data/contract/parks';
import { verdictLook } from '../../data/looks/classes';
import { useAnswer } from '../answers';
import { useUnits } from '../map/useCity';
import { Asking } from '../panels/parts/Asking';
import { AreaFigure, Figure, Figures } from '../panels/parts/Figure';
import { Empty, Section } from '../panels/parts/Panel';
import { VerdictMark } from '../panels/parts/VerdictMark';
import { facesText } from '../text/faces';
import { useFormat } from '../text/format';
import { useText } from '../text/i18n';
import { go } from '../url';
import './faces.css';

const verdicts = ['met', 'unmet', 'unknown'] as const;

/** The leader's face: the city in figures that are in hand, by belt and unit, beside the map. */
export function Overview() {
  const t = useText(facesText);
  const format = useFormat();
  const parks = useAnswer(listParks, {}, { layers: ['parks'], keep: true }).data?.rows ?? [];
  const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0);
  return (
    <aside className="left-panel face" aria-label={t('overviewTitle')}>
      <h2>{t('overviewTitle')}</h2>
      <p className="quiet">{t('overviewLead')}</p>
      <Asking result={useUnits()}>
        {({ units, belts }) => {
          const mine = units.filter((unit) => unit.kind !== 'context');
          return (
            <>
              <Figures>
                <Figure label={t('units')} value={format.number(mine.length)} />
                <Figure label={t('parks')} value={format.number(parks.length)} />
                <Figure label={t('leftover')} value={format.number(sum(mine.map((unit) => unit.leftoverCount)))} />
                <AreaFigure
                  label={t('free')}
                  areaMu={sum(mine.map((unit) => unit.freeSupplyMu))}
                  about={{ formula: 'freeSupply' }}
                />
              </Figures>
              <ul className="entries face-verdicts">
                {verdicts.map((verdict) => (
                  <li key={verdict}>
                    <VerdictMark verdict={verdict} word={t(verdict)} />
                    <span className="entry-end">
                      {format.number(parks.filter((park) => park.title === verdict).length)}
                    </span>
                  </li>
                ))}
              </ul>
              {belts.map((belt) => (
                <Section
                  key={belt.id}
                  title={format.name(belt.name)}
                  aside={`${t('free')} ${format.mu(sum(mine.filter((unit) => unit.belt === belt.id).map((unit) => unit.freeSupplyMu)))}`}
                >
                  <ul className="entries">
                    {mine
                      .filter((unit) => unit.belt === belt.id)
                      .map((unit) => (
                        <li key={unit.id}>
                          <button
                            type="button"
                            className="link"
                            title={format.name(unit.name)}
                            onClick={() => go({ selection: { kind: 'unit', id: unit.id } })}
                          >
                            {format.name(unit.name)}
                          </button>
                          <span className="entry-end">
                            <UnitCounts parks={parks.filter((park) => park.unit === unit.id)} /> {t('free')}{' '}
                            {format.mu(unit.freeSupplyMu)}
                          </span>
                        </li>
                      ))}
                  </ul>
                </Section>
              ))}
              <Section title={t('targets')}>
                <Empty>{t('targetsNone')}</Empty>
              </Section>
            </>
          );
        }}
      </Asking>
    </aside>
  );
}

/** How many parks of a unit meet the title, do not, and are not known: sign and figure, the word for who cannot see. */
function UnitCounts({ parks }: { parks: readonly ParkRow[] }) {
  const t = useText(facesText);
  const format = useFormat();
  return verdicts.map((verdict) => (
    <span key={verdict} className={`verdict verdict-${verdict}`} title={t(verdict)}>
      <span className="verdict-sign" aria-hidden="true">
        {verdictLook[verdict].sign}
      </span>
      <span className="visually-hidden">{t(verdict)} </span>
      {format.number(parks.filter((park) => park.title === verdict).length)}
    </span>
  ));
}
