import { Button } from 'antd';
import { useUnits } from '../../map/useCity';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { mapText } from '../../text/map';
import { partsText } from '../../text/parts';
import { unitsText } from '../../text/units';
import { go } from '../../url';
import { Asking } from '../parts/Asking';
import { Facts } from '../parts/Figure';
import { Missing } from '../parts/Missing';
import { Panel, Section } from '../parts/Panel';
import { Links } from './Segments';
import './unit.css';

/** One segment of the plan: its direction, weak links, gaps, and the units that list it. */
export function SegmentPanel({ id }: { id: string }) {
  const t = useText(unitsText);
  const m = useText(mapText);
  const p = useText(partsText);
  const format = useFormat();
  return (
    <Asking result={useUnits()}>
      {({ segments, directions, units }) => {
        const close = () => go({ selection: null });
        const segment = segments.find((candidate) => candidate.id === id);
        if (!segment) return <Missing kind="segment" id={id} malformed={false} />;
        const direction = directions.find((candidate) => candidate.id === segment.direction);
        const parents = segments.filter((candidate) => segment.parents.includes(candidate.id));
        return (
          <Panel
            kicker={t('segment')}
            title={format.name(segment.name)}
            actions={
              <Button
                onClick={() => go({ colouring: 'segment', segment: id })}
              >{`${m('colourUnits')} · ${m('colour_segment')}`}</Button>
            }
            onClose={close}
          >
            <Links label={t('weak')} words={segment.weak} sign="▽" />
            <Links label={t('gaps')} words={segment.gaps} sign="○" />
            <Links label={t('wanted')} words={segment.wanted} sign="△" />
            <Section title={t('unitsOfSegment')}>
              <ul className="entries">
                {units
                  .filter((unit) => unit.segments.includes(id))
                  .map((unit) => (
                    <li key={unit.id}>
                      <button
                        type="button"
                        className="link"
                        onClick={() => go({ selection: { kind: 'unit', id: unit.id } })}
                      >
                        {format.name(unit.name)}
                      </button>
                    </li>
                  ))}
              </ul>
            </Section>
            <Section title={t('direction')}>
              <Facts
                rows={[
                  [t('direction'), direction ? format.name(direction.name) : null],
                  [t('parents'), format.list(parents.map((parent) => format.name(parent.name)))],
                  [t('alias'), format.list(segment.alias)],
                  [t('leadersOf'), format.list(segment.leaders)],
                  [p('clause'), segment.clause],
                ]}
              />
              {direction && !direction.isDirection && <p className="quiet">{t('direction_note')}</p>}
            </Section>
          </Panel>
        );
      }}
    </Asking>
  );
}
