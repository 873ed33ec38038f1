import type { UnitCard } from '../../../data/contract/units';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { unitsText } from '../../text/units';
import { Empty, Section } from '../parts/Panel';

const comparators = {
  about: 'comparator_about',
  'at-least': 'comparator_atleast',
  above: 'comparator_above',
  target: 'comparator_target',
} as const;

/** Imported yearly targets with their comparators; says plainly when none are in hand. */
export function Targets({ targets }: Pick<UnitCard, 'targets'>) {
  const t = useText(unitsText);
  const format = useFormat();
  if (targets.length === 0)
    return (
      <Section title={t('targets')}>
        <Empty>{t('targetsNone')}</Empty>
      </Section>
    );
  return (
    <Section title={t('targets')}>
      <ul className="entries">
        {targets.map((row) => (
          <li key={`${row.year}-${row.measure}`} title={row.source}>
            <span>
              {row.year} · {row.measure}
            </span>
            <span className="entry-end">
              {t('target')} {t(comparators[row.comparator])} {format.number(row.target)} · {t('actual')}{' '}
              {row.actual === null ? t('noActual') : format.number(row.actual)}
            </span>
          </li>
        ))}
      </ul>
      <p className="quiet">{t('targetsHow')}</p>
    </Section>
  );
}
