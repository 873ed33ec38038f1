import { ColumnWidthOutlined } from '@ant-design/icons';
import { area } from '@turf/area';
import { length } from '@turf/length';
import { Button, Tooltip } from 'antd';
import { useEffect, useState } from 'react';
import type { Position } from '../../data/contract/geojson';
import { useKey } from '../keys/useKey';
import { useFormat } from '../text/format';
import { useText } from '../text/i18n';
import { mapText } from '../text/map';
import { useMapHand } from './hand';

/** Measuring on the map: the same button and key begin and end it; length and, from three corners, area run along. */
export function Measure() {
  const t = useText(mapText);
  const hand = useMapHand();
  const [runs, setRuns] = useState(false);
  const [corners, setCorners] = useState<readonly Position[]>([]);
  useEffect(() => {
    if (!runs) return;
    hand.measure(setCorners);
    return () => {
      hand.measure(null);
      setCorners([]);
    };
  }, [hand, runs]);
  useKey('measure', () => {
    setRuns(!runs);
    return true;
  });
  useKey(
    'back',
    () => {
      if (!hand.dropOutline()) setRuns(false);
      return true;
    },
    runs,
  );
  return (
    <>
      <Tooltip title={t('measure')} placement="left">
        <Button
          icon={<ColumnWidthOutlined />}
          aria-label={t('measure')}
          aria-pressed={runs}
          type={runs ? 'primary' : 'default'}
          onClick={() => setRuns(!runs)}
        />
      </Tooltip>
      {runs && <Reading corners={corners} />}
    </>
  );
}

/** Length and area of what is drawn, on a sphere: good enough to steer by, and marked so. */
function Reading({ corners }: { corners: readonly Position[] }) {
  const t = useText(mapText);
  const format = useFormat();
  const line = corners.map(([x = 0, y = 0]) => [x, y]);
  const [first = [0, 0]] = line;
  const lengthMetres =
    line.length < 2 ? null : length(asFeature({ type: 'LineString', coordinates: line }), { units: 'meters' });
  const areaSquareMetres = line.length < 3 ? null : area({ type: 'Polygon', coordinates: [[...line, first]] });
  return (
    <output className="measure-reading">
      {lengthMetres === null ? (
        t('measureHow')
      ) : (
        <>
          <b>{t('measureLength', { length: format.metres(lengthMetres) })}</b>
          {areaSquareMetres !== null && (
            <span>{t('measureArea', { area: format.areaOfSquareMetres(areaSquareMetres) })}</span>
          )}
          <small>{t('measureRough')}</small>
        </>
      )}
    </output>
  );
}

const asFeature = <G,>(geometry: G) => ({ type: 'Feature' as const, properties: {}, geometry });
