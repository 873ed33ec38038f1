import type { ParkCard } from '../../../data/contract';
import { useText } from '../../text/i18n';
import { parkText } from '../../text/park';
import { go } from '../../url';
import { AreaFigure, Facts, Figure, Figures } from '../parts/Figure';
import { Section } from '../parts/Panel';
import { useUnitNames } from '../parts/useUnitNames';

/** Area, parcels and firms as figures; unit and theme as facts. */
export function ParkFacts({ park }: { park: ParkCard }) {
  const t = useText(parkText);
  const nameOf = useUnitNames();
  const { unit } = park;
  const crosses = park.crossesUnit.length > 1 && t('crossesUnit', { units: park.crossesUnit.map(nameOf).join('、') });
  return (
    <Section title={t('area')}>
      <Figures>
        <AreaFigure label={t('area')} areaMu={park.areaMu} />
        <Figure label={t('members')} value={t('membersCount', { count: park.memberCount })} />
        <Figure label={t('firms')} value={t('firmsCount', { count: park.firms.length })} />
      </Figures>
      <Facts
        rows={[
          [t('unit'), unit === null ? t('noUnit') : unitLink(unit)],
          [t('theme'), park.theme ?? t('noTheme')],
          ['', crosses || null],
        ]}
      />
    </Section>
  );

  function unitLink(id: string) {
    return (
      <span className="links">
        <button type="button" onClick={() => go({ selection: { kind: 'unit', id } })}>
          {nameOf(id)}
        </button>
        {park.unitBasis === 'schematic' && t('unitSuspected')}
      </span>
    );
  }
}
