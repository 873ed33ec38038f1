import type { ParkCard } from '../../../data/contract';
import { useUnits } from '../../map/useCity';
import { useFormat } from '../../text/format';
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
  const format = useFormat();
  const segments = useUnits().data?.segments ?? [];
  const { unit } = park;
  // A theme is a segment of the plan where its id says so, and the planner's own words otherwise.
  const themeOf = (theme: string) => {
    const segment = segments.find((one) => one.id === theme);
    return segment ? format.name(segment.name) : theme;
  };
  const crosses = park.crossesUnit.length > 1 && t('crossesUnit', { units: format.list(park.crossesUnit.map(nameOf)) });
  return (
    <Section title={t('facts')}>
      <Figures>
        <AreaFigure label={t('area')} areaMu={park.areaMu} about={{ formula: 'parkArea', source: park.source }} />
        <Figure
          label={t('members')}
          value={t('membersCount', { count: park.memberCount })}
          about={{ formula: 'members', source: park.source }}
        />
        <Figure
          label={t('firms')}
          value={t('firmsCount', { count: park.firms.length })}
          about={{ formula: 'firms', source: park.source }}
        />
      </Figures>
      <div className="park-facts">
        <Facts
          rows={[
            [t('unit'), unit === null ? t('noUnit') : unitLink(unit)],
            [t('theme'), park.theme === null ? t('noTheme') : themeOf(park.theme)],
            ['', crosses || null],
          ]}
        />
      </div>
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
