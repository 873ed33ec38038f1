import type { UnitCard } from '../../../data/contract/units';
import type { Grade } from '../../../data/contract/vocabulary';
import { gradeWords } from '../../../data/words/vocabulary';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { unitsText } from '../../text/units';
import { Empty, Section } from '../parts/Panel';
import { useSourceTitle } from '../parts/useSourceTitle';

const comparators = {
  about: 'comparator_about',
  'at-least': 'comparator_atleast',
  above: 'comparator_above',
  target: 'comparator_target',
} as const;

/** A measure that counts the firms of a grade goes by the grade's name; any other by its own. */
const isGrade = (measure: string): measure is Grade => measure in gradeWords;

/** Imported yearly targets with their comparators; says plainly when none are in hand. */
export function Targets({ targets }: Pick<UnitCard, 'targets'>) {
  const t = useText(unitsText);
  const format = useFormat();
  const sourceTitle = useSourceTitle();
  const figure = (value: number) => format.number(value, Number.isInteger(value) ? 0 : 2);
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
          <li key={`${row.year}-${row.measure}`} title={sourceTitle(row.source)}>
            <span>
              {row.year} · {isGrade(row.measure) ? format.name(gradeWords[row.measure]) : row.measure}
            </span>
            <span className="entry-end">
              {t('target')} {t(comparators[row.comparator])} {figure(row.target)} · {t('actual')}{' '}
              {row.actual === null ? t('noActual') : figure(row.actual)}
            </span>
          </li>
        ))}
      </ul>
      <p className="quiet">{t('targetsHow')}</p>
    </Section>
  );
}
