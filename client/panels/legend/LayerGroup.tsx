import { Switch } from 'antd';
import { type ReactNode, useId } from 'react';
import { useText } from '../../text/i18n';
import { mapText } from '../../text/map';
import { type LayerGroup as Group, useAddress } from '../../url';

/** One switchable group of layers with its legend beneath. */
export function LayerGroup({ group, note, children }: { group: Group; note?: ReactNode; children?: ReactNode }) {
  const t = useText(mapText);
  const id = useId();
  const [{ layersOff }, go] = useAddress();
  const on = !layersOff.includes(group);
  const toggle = () =>
    go({ layersOff: on ? [...layersOff, group] : layersOff.filter((each) => each !== group) }, { replace: true });
  return (
    <div className="layer-group">
      <header>
        <h3 id={id}>{t(`layer_${group}`)}</h3>
        <Switch size="small" checked={on} onChange={toggle} aria-labelledby={id} />
      </header>
      {on && children}
      {on && note && <p className="layer-note">{note}</p>}
    </div>
  );
}
