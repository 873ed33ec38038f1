import { Popover } from 'antd';
import type { Converter } from 'proj4';
import { useEffect, useState } from 'react';
import { usePageState } from '../answers';
import { useHandRelay, useSeenView } from '../map/hand';
import { scaleBar } from '../map/metres';
import { useWatched } from '../map/watched';
import { useFormat } from '../text/format';
import { useText } from '../text/i18n';
import { shellText } from '../text/shell';
import { SourceList } from './SourceList';

const barRoomPixels = 96;
/** A CSS pixel is 1/96 inch. */
const metresOfCssPixel = 0.0254 / 96;

/** Coordinates of the pointer in both systems, scale, data date, sample mark, sources. */
export function BottomLine() {
  const t = useText(shellText);
  const format = useFormat();
  const { data: state, isError: isAway } = usePageState();
  return (
    <footer className="bottom-line">
      <Coordinates />
      <Scale />
      <span className="bottom-gap" />
      {isAway && (
        <span role="status" className="mark mark-warn">
          {t('down')}
        </span>
      )}
      {state?.sample && (
        <span className="mark mark-warn" title={t('sampleMarkTip')}>
          {t('sampleMark')}
        </span>
      )}
      {state && (
        <span>{state.dataDate ? t('dataDate', { date: format.date(state.dataDate) }) : t('dataDateNone')}</span>
      )}
      <span className="extra">{t('illustration')}</span>
      <Popover trigger="click" placement="topRight" title={t('sourcesTitle')} content={<SourceList />}>
        <button type="button" className="link">
          {t('sources')} © OpenStreetMap{state?.basemap.attribution && ` · ${state.basemap.attribution}`}
        </button>
      </Popover>
    </footer>
  );
}

function Coordinates() {
  const t = useText(shellText);
  const format = useFormat();
  const crs = usePageState().data?.cityCrs;
  const pointer = useWatched(useHandRelay().pointer);
  const seen = useSeenView();
  const project = useProjection(crs?.proj4);
  const at = pointer ?? seen;
  if (!at || !crs || !project) return <span className="coordinates" />;
  const [east = 0, north = 0] = project.forward([at.lon, at.lat]);
  return (
    <span className="coordinates">
      <span title={t('coordinates')}>
        {at.lon.toFixed(5)}, {at.lat.toFixed(5)}
      </span>
      {' · '}
      <span title={format.name(crs.name)}>
        X {format.number(north, 1)} Y {format.number(east, 1)}
      </span>
    </span>
  );
}

/** The projection of the city, fetched after the page stands: the map does not wait for it. */
function useProjection(definition: string | undefined): Converter | null {
  const [project, setProject] = useState<Converter | null>(null);
  useEffect(() => {
    if (!definition) return;
    let stands = true;
    void import('proj4').then(({ default: proj4 }) => stands && setProject(() => proj4(definition)));
    return () => {
      stands = false;
    };
  }, [definition]);
  return project;
}

function Scale() {
  const t = useText(shellText);
  const format = useFormat();
  const seen = useSeenView();
  if (!seen) return null;
  const bar = scaleBar(seen.metresPerPixel, barRoomPixels);
  const length =
    bar.lengthMetres >= 1000 ? `${format.number(bar.lengthMetres / 1000)} km` : `${format.number(bar.lengthMetres)} m`;
  const denominator = Number((seen.metresPerPixel / metresOfCssPixel).toPrecision(2));
  return (
    <span className="scale-bar">
      <i style={{ width: bar.widthPixels }} />
      {length} · {t('scaleOf', { n: format.number(denominator) })}
    </span>
  );
}
