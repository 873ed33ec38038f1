import { Fragment } from 'react';
import type { UnitCard } from '../../../data/contract/units';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { unitsText } from '../../text/units';
import { Empty, Section } from '../parts/Panel';
import { useSourceTitle } from '../parts/useSourceTitle';

/** As a supply plan asks for them: the land first, then what stands on it may use and give off. */
const RESOURCES = ['land', 'energy', 'carbon', 'emissions'] as const;

/** Imported quotas by year; land in mu and hectares together, every other resource in its one unit. */
export function Quotas({ quotas }: Pick<UnitCard, 'quotas'>) {
  const t = useText(unitsText);
  const format = useFormat();
  const sourceTitle = useSourceTitle();
  const years = [...new Set(quotas.map(({ year }) => year))].sort((a, b) => a - b);
  return (
    <Section title={t('quotas')}>
      {quotas.length === 0 && <Empty>{t('quotasNone')}</Empty>}
      {years.map((year) => (
        <Fragment key={year}>
          <h4 className="quota-year">{t('quotaYear', { year })}</h4>
          <ul className="entries">
            {RESOURCES.flatMap((one) => quotas.filter((quota) => quota.year === year && quota.resource === one)).map(
              ({ resource, amount, unitOfMeasure, source }) => (
                <li key={resource} title={sourceTitle(source)}>
                  <span>{t(`resource_${resource}`)}</span>
                  <span className="entry-end">
                    {unitOfMeasure === 'mu'
                      ? format.area(amount)
                      : `${format.number(amount, Number.isInteger(amount) ? 0 : 2)} ${t(`unit_${unitOfMeasure}`)}`}
                  </span>
                </li>
              ),
            )}
          </ul>
        </Fragment>
      ))}
    </Section>
  );
}
