import { Button } from 'antd';
import { useMapHand } from '../../map/hand';
import { useUnits } from '../../map/useCity';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { unitsText } from '../../text/units';
import { go } from '../../url';
import { Asking } from '../parts/Asking';
import { Facts } from '../parts/Figure';
import { Missing } from '../parts/Missing';
import { Mark, Panel } from '../parts/Panel';
import './unit.css';

const carrierZoom = 12.5;

/** One carrier named by the plan: where it roughly lies, and that this is no site. */
export function CarrierPanel({ id }: { id: string }) {
  const t = useText(unitsText);
  const format = useFormat();
  const hand = useMapHand();
  const close = () => go({ selection: null });
  return (
    <Asking result={useUnits()}>
      {({ carriers, units }) => {
        const carrier = carriers.find((candidate) => candidate.id === id);
        if (!carrier) return <Missing kind="carrier" id={id} malformed={false} />;
        const unit = units.find((candidate) => candidate.id === carrier.unit);
        const [lon, lat] = carrier.location?.coordinates ?? [];
        return (
          <Panel
            kicker={t('carrier')}
            title={<span lang="zh-CN">{carrier.name}</span>}
            marks={carrier.approximate && <Mark tone="warn">{t('carrierNote')}</Mark>}
            actions={
              lon !== undefined &&
              lat !== undefined && <Button onClick={() => hand.flyTo(lon, lat, carrierZoom)}>{t('onMap')}</Button>
            }
            onClose={close}
          >
            <p>{format.name(carrier.locationNote)}</p>
            <Facts
              rows={[
                [
                  t('ofUnit'),
                  unit && (
                    <button
                      key="unit"
                      type="button"
                      className="link"
                      onClick={() => go({ selection: { kind: 'unit', id: unit.id } })}
                    >
                      {format.name(unit.name)}
                    </button>
                  ),
                ],
              ]}
            />
          </Panel>
        );
      }}
    </Asking>
  );
}
