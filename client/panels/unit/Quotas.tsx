import type { UnitCard } from '../../../data/contract/units';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { unitsText } from '../../text/units';
import { Empty, Section } from '../parts/Panel';
import { useSourceTitle } from '../parts/useSourceTitle';

/** Imported quotas by year; land in mu and hectares together, every other resource in its one unit. */
export function Quotas({ quotas }: Pick<UnitCard, 'quotas'>) {
  const t = useText(unitsText);
  const format = useFormat();
  const sourceTitle = useSourceTitle();
  return (
    <Section title={t('quotas')}>
      {quotas.length === 0 && <Empty>{t('quotasNone')}</Empty>}
      <ul className="entries">
        {quotas.map(({ year, resource, amount, unitOfMeasure, source }) => (
          <li key={`${year}-${resource}`} title={sourceTitle(source)}>
            <span>
              {year} · {t(`resource_${resource}`)}
            </span>
            <span className="entry-end">
              {unitOfMeasure === 'mu'
                ? format.area(amount)
                : `${format.number(amount, Number.isInteger(amount) ? 0 : 2)} ${t(`unit_${unitOfMeasure}`)}`}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
