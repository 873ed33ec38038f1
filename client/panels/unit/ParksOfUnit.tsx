import { Button } from 'antd';
import type { UnitCard } from '../../../data/contract/units';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { unitsText } from '../../text/units';
import { go } from '../../url';
import { Empty, Section } from '../parts/Panel';
import { VerdictMark } from '../parts/VerdictMark';

/** Parks of the unit with the sign of their verdict. */
export function ParksOfUnit({ parks }: Pick<UnitCard, 'parks'>) {
  const t = useText(unitsText);
  const format = useFormat();
  return (
    <Section title={t('parks')} aside={format.number(parks.length)}>
      {parks.length === 0 && (
        <Empty
          action={
            <Button size="small" onClick={() => go({ selection: { kind: 'form', id: '-' } })}>
              {t('formPark')}
            </Button>
          }
        >
          {t('parksNone')}
        </Empty>
      )}
      <ul className="entries">
        {parks.map((park) => (
          <li key={park.id}>
            <VerdictMark verdict={park.verdict} bare />
            <button type="button" className="link" onClick={() => go({ selection: { kind: 'park', id: park.id } })}>
              {park.name}
            </button>
            <span className="entry-end">{format.mu(park.areaMu)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
