import { Segmented, Select } from 'antd';
import { beltLook, type ClassLook, zoneShare } from '../../../data/looks/classes';
import { mixed } from '../../map/mixed';
import { ground, ramp, segmentLook } from '../../map/palette';
import { figureOf, stepsOf } from '../../map/unitColour';
import { useSegment, useUnits } from '../../map/useCity';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { mapText } from '../../text/map';
import { type Colouring, useAddress } from '../../url';
import { ClassSwatch } from './Swatch';

const colourings: readonly Colouring[] = ['belt', 'segment', 'parks', 'supply'];
const plain = (fill: string): ClassLook => ({ fill, outline: 'hairline', letter: { zh: '', en: '' } });

/** How the units are coloured, and what the tints mean. */
export function ZonesLegend() {
  const t = useText(mapText);
  const format = useFormat();
  const [{ colouring, theme }, go] = useAddress();
  const asOnMap = (look: ClassLook): ClassLook => ({
    ...look,
    fill: mixed(ground[theme].land, look.fill, zoneShare[theme].far),
  });
  const segment = useSegment();
  const answer = useUnits().data;
  return (
    <>
      <div className="layer-choice">
        <Segmented<Colouring>
          block
          size="small"
          value={colouring}
          aria-label={t('colourUnits')}
          options={colourings.map((value) => ({ value, label: t(`colour_${value}`) }))}
          onChange={(value) => go({ colouring: value }, { replace: true })}
        />
        {colouring === 'segment' && (
          <Select
            value={segment}
            showSearch={{ optionFilterProp: 'label' }}
            aria-label={t('chooseSegment')}
            placeholder={t('chooseSegment')}
            options={(answer?.segments ?? []).map(({ id, name }) => ({ value: id, label: format.name(name) }))}
            onChange={(value) => go({ segment: value }, { replace: true })}
          />
        )}
      </div>
      <ul className="legend-rows">
        {rows().map(([look, name]) => (
          <li key={name} className="legend-row">
            <ClassSwatch look={asOnMap(look)} />
            <span className="legend-name">{name}</span>
          </li>
        ))}
      </ul>
    </>
  );

  function rows(): [ClassLook, string][] {
    if (colouring === 'belt') return (answer?.belts ?? []).map(({ id, name }) => [beltLook[id], format.name(name)]);
    if (colouring === 'segment')
      return [
        [plain(segmentLook[theme].has), t('segmentHas')],
        [plain(segmentLook[theme].hasNot), t('segmentHasNot')],
      ];
    const steps = stepsOf((answer?.units ?? []).map((unit) => figureOf(unit, colouring) ?? 0));
    const upTo = (value: number) => (colouring === 'supply' ? format.mu(value) : format.number(value));
    return [
      [plain(segmentLook[theme].hasNot), t('zero')],
      ...steps.map((value, index): [ClassLook, string] => [
        plain(ramp[theme][index] ?? ramp[theme][0]),
        t('upTo', { n: upTo(value) }),
      ]),
    ];
  }
}
