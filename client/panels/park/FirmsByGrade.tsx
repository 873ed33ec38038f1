import type { Grade, ParkCard } from '../../../data/contract';
import { gradeWords } from '../../../data/words/vocabulary';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { parkText } from '../../text/park';
import { Explained } from '../parts/Explained';
import { Facts } from '../parts/Figure';
import { Section } from '../parts/Panel';

const isGrade = (name: string): name is Grade => name in gradeWords;

/** How many firms hold which grade today. */
export function FirmsByGrade({ park }: { park: ParkCard }) {
  const t = useText(parkText);
  const format = useFormat();
  const rows = Object.entries(park.firmsByGrade).map(
    ([name, count]) =>
      [
        isGrade(name) ? format.name(gradeWords[name]) : t('noGrade'),
        <Explained key={name} about={{ formula: 'grades', source: park.source }}>
          {t('firmsValue', { count })}
        </Explained>,
      ] as const,
  );
  return (
    <Section title={t('firms')} aside={t('firmsCount', { count: park.firms.length })}>
      {rows.length > 0 ? <Facts rows={rows} /> : <p className="hint">{t('noFirms')}</p>}
    </Section>
  );
}
