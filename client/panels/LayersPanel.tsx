import { Segmented } from 'antd';
import type { LandUse, LeftoverKind, Named, PlotStatus, Verdict } from '../../data/contract/vocabulary';
import { statusLook, useLook, verdictLook } from '../../data/looks/classes';
import { leftoverWords, statusWords, useWords, verdictWords } from '../../data/words/vocabulary';
import { useSeenView } from '../map/hand';
import { leftoverLook } from '../map/palette';
import { useFormat } from '../text/format';
import { useText } from '../text/i18n';
import { mapText } from '../text/map';
import { useAddress } from '../url';
import { ClassRows } from './legend/ClassRows';
import { LayerGroup } from './legend/LayerGroup';
import { ControlsLegend, CorridorsLegend } from './legend/LinesLegend';
import { ClassSwatch, HatchSwatch } from './legend/Swatch';
import { useLegend } from './legend/useLegend';
import { ZonesLegend } from './legend/ZonesLegend';
import { VerdictMark } from './parts/VerdictMark';

const parcelZoom = 13;
const leftoverZoom = 12;

/** Layers and their legend: the classes in view, from the same constants as the paint. */
export function LayersPanel() {
  const t = useText(mapText);
  const format = useFormat();
  const [{ parcelScheme }, go] = useAddress();
  const { classesOf, failed } = useLegend();
  const zoom = useSeenView()?.zoom ?? 0;
  const nameFrom = (words: Record<string, Named>) => (key: string) =>
    words[key] ? format.name(words[key]) : t('notGiven');
  const byStatus = parcelScheme === 'status';
  return (
    <div>
      {failed && <p className="layer-note layer-group">{t('legendFailed')}</p>}
      <LayerGroup group="zones" note={t('schematicNote')}>
        <ZonesLegend />
      </LayerGroup>
      <LayerGroup group="parks">
        <ClassRows
          layer="parks"
          classes={classesOf('parks')}
          order={Object.keys(verdictLook)}
          nameOf={nameFrom(verdictWords)}
          swatchOf={(key) => <VerdictMark verdict={key as Verdict} bare />}
        />
      </LayerGroup>
      <LayerGroup group="parcels" {...(zoom < parcelZoom ? { note: t('zoomForParcels') } : {})}>
        <div className="layer-choice">
          <Segmented
            block
            size="small"
            value={parcelScheme}
            aria-label={t('layer_parcels')}
            options={[
              { value: 'status', label: t('byStatus') },
              { value: 'use', label: t('byUse') },
            ]}
            onChange={(value) => go({ parcelScheme: value === 'use' ? 'use' : 'status' }, { replace: true })}
          />
        </div>
        <ClassRows
          layer={byStatus ? 'parcels-status' : 'parcels-use'}
          classes={classesOf(byStatus ? 'parcels-status' : 'parcels-use')}
          order={Object.keys(byStatus ? statusLook : useLook)}
          nameOf={nameFrom(byStatus ? statusWords : useWords)}
          swatchOf={(key) => (
            <ClassSwatch look={(byStatus ? statusLook[key as PlotStatus] : useLook[key as LandUse]) ?? null} />
          )}
        />
      </LayerGroup>
      <LayerGroup group="leftover" {...(zoom < leftoverZoom ? { note: t('zoomForLeftover') } : {})}>
        <ClassRows
          layer="leftover"
          classes={classesOf('leftover')?.filter((row) => row.class in leftoverLook) ?? null}
          order={Object.keys(leftoverLook)}
          nameOf={nameFrom(leftoverWords)}
          swatchOf={(key) => <HatchSwatch kind={key as LeftoverKind} />}
        />
      </LayerGroup>
      <LayerGroup group="corridors">
        <CorridorsLegend />
      </LayerGroup>
      <LayerGroup group="controls">
        <ControlsLegend />
      </LayerGroup>
      <LayerGroup group="carriers" note={t('carriersNote')} />
    </div>
  );
}
