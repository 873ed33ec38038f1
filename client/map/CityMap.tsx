import { useCallback, useMemo, useState } from 'react';
import { usePageState } from '../answers';
import { tokens } from '../style/tokens';
import { useText } from '../text/i18n';
import { mapText } from '../text/map';
import { useAddress } from '../url';
import { HoverTip } from './HoverTip';
import './map.css';
import { MapTools } from './MapTools';
import { MapView, type Pointed } from './MapView';
import { ModeBanner } from './ModeBanner';
import { buildStyle } from './stack';
import { useBasemap, useMapContext } from './useCity';

/** The map with its tip, its buttons and the banner of a running mode. */
export function CityMap() {
  const t = useText(mapText);
  const [address, go] = useAddress();
  const state = usePageState().data;
  const context = useMapContext();
  const basemap = useBasemap();
  const style = useMemo(() => buildStyle(context, basemap), [context, basemap]);
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const point = useCallback((next: Pointed | null) => setPointed(next), []);
  if (!state) return <div className="map" />;
  return (
    <div className="map-frame">
      <MapView
        style={style}
        view={address.view}
        extent={state.extent}
        accent={tokens[address.theme].accent}
        label={t('map')}
        onView={(view) => go({ view }, { replace: true })}
        onSelect={(selection) => go({ selection })}
        onPointed={point}
      />
      <MapTools extent={state.extent} />
      <ModeBanner />
      {pointed && <HoverTip pointed={pointed} units={context.units} parks={context.parks} />}
    </div>
  );
}
