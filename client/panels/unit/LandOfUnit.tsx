import type { UnitCard } from '../../../data/contract/units';
import { type PlotStatus, plotStatus } from '../../../data/contract/vocabulary';
import { statusLook } from '../../../data/looks/classes';
import { leftoverWords, statusWords } from '../../../data/words/vocabulary';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { mapText } from '../../text/map';
import { unitsText } from '../../text/units';
import { go } from '../../url';
import { ClassSwatch, HatchSwatch } from '../legend/Swatch';
import { Explained } from '../parts/Explained';
import { Empty, Section } from '../parts/Panel';

const order: readonly string[] = plotStatus.options;
const asStatus = (status: string): PlotStatus | null => plotStatus.safeParse(status).data ?? null;

/** Suspected leftover land by kind, and all land by status. */
export function LandOfUnit({ card }: { card: UnitCard }) {
  const t = useText(unitsText);
  const m = useText(mapText);
  const format = useFormat();
  const statuses = [...card.statuses].sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status));
  const openLeftover = () => go({ list: 'leftover', filter: { unit: card.id }, folded: false });
  return (
    <>
      <Section
        title={t('leftover')}
        aside={
          card.leftover.length > 0 && (
            <button type="button" className="link" onClick={openLeftover}>
              {t('leftoverAll')}
            </button>
          )
        }
      >
        {card.leftover.length === 0 && <Empty>{t('leftoverNone')}</Empty>}
        <ul className="entries">
          {card.leftover.map((row) => (
            <li key={row.kind}>
              <HatchSwatch kind={row.kind} />
              <span>{format.name(leftoverWords[row.kind])}</span>
              <span className="entry-end">
                <Explained about={{ formula: 'leftover' }}>
                  {t('count', { count: row.count })} · {format.mu(row.areaMu)}
                </Explained>
              </span>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('statuses')}>
        <ul className="entries">
          {statuses.map((row) => {
            const status = asStatus(row.status);
            return (
              <li key={row.status}>
                <ClassSwatch look={status ? statusLook[status] : null} />
                <span>{status ? format.name(statusWords[status]) : m('notGiven')}</span>
                <span className="entry-end">
                  <Explained about={{ formula: 'landByStatus' }}>
                    {t('count', { count: row.count })} · {format.mu(row.areaMu)}
                  </Explained>
                </span>
              </li>
            );
          })}
        </ul>
      </Section>
    </>
  );
}
