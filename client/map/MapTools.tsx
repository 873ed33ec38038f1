import { HomeOutlined, MinusOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import type { Bbox } from '../../data/contract/geojson';
import { useText } from '../text/i18n';
import { shellText } from '../text/shell';
import { useMapHand } from './hand';
import { Measure } from './Measure';

/** Zoom and the way back to the whole city. */
export function MapTools({ extent }: { extent: Bbox }) {
  const t = useText(shellText);
  const hand = useMapHand();
  const tools = [
    { label: t('zoomIn'), icon: <PlusOutlined />, run: () => hand.zoomBy(1) },
    { label: t('zoomOut'), icon: <MinusOutlined />, run: () => hand.zoomBy(-1) },
    { label: t('wholeCity'), icon: <HomeOutlined />, run: () => hand.fit(extent) },
  ];
  return (
    <section className="map-tools" aria-label={t('toolsOfMap')}>
      {tools.map(({ label, icon, run }) => (
        <Tooltip key={label} title={label} placement="left">
          <Button icon={icon} aria-label={label} onClick={run} />
        </Tooltip>
      ))}
      <Measure />
    </section>
  );
}
