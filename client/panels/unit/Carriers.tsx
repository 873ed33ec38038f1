import type { Carrier } from '../../../data/contract/units';
import { useText } from '../../text/i18n';
import { unitsText } from '../../text/units';
import { go } from '../../url';
import { Empty, Section } from '../parts/Panel';

/** Carriers named by the plan, always said to be approximate. */
export function Carriers({ carriers }: { carriers: readonly Carrier[] }) {
  const t = useText(unitsText);
  return (
    <Section title={t('carriers')}>
      {carriers.length === 0 && <Empty>{t('carriersNone')}</Empty>}
      <ul className="entries">
        {carriers.map((carrier) => (
          <li key={carrier.id}>
            <button
              type="button"
              className="link"
              lang="zh-CN"
              onClick={() => go({ selection: { kind: 'carrier', id: carrier.id } })}
            >
              {carrier.name}
            </button>
            <span className="entry-end quiet">
              {carrier.location ? (carrier.approximate ? t('carrierNote') : '') : t('carrierNoPlace')}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
