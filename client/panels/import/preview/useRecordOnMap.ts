import { useCallback, useEffect, useRef, useState } from 'react';
import type { ImportPreview } from '../../../../data/contract';
import { boxAround } from '../../../map/boxAround';
import { useMapHand } from '../../../map/hand';
import { cornersOf } from './partsOf';
import { recordAt } from './recordAt';

const CLOSEST_ZOOM = 18;
/** How far from a line or point a click still means it. */
const REACH_PIXELS = 8;
const METRES_PER_DEGREE = 111_320;

/** The record that the reader is at: chosen in the table, which moves the map there, or by a click on its outline. */
export function useRecordOnMap(outlines: ImportPreview['outlines']) {
  const hand = useMapHand();
  const [chosen, setChosen] = useState<number | null>(null);
  const latest = useRef(outlines);
  latest.current = outlines;
  useEffect(() => {
    const onPlace = (lon: number, lat: number, metresPerPixel: number) => {
      const record = recordAt(latest.current, [lon, lat], (REACH_PIXELS * metresPerPixel) / METRES_PER_DEGREE);
      if (record !== null) setChosen(record);
      return record !== null;
    };
    hand.setMode('none', { onPlace });
    return () => hand.setMode('none');
  }, [hand]);
  const goTo = useCallback(
    (record: number) => {
      setChosen(record);
      const outline = latest.current.find((one) => one.record === record);
      const corners = outline ? cornersOf(outline.geometry) : [];
      if (corners.length > 0) hand.fit(boxAround(corners), CLOSEST_ZOOM);
    },
    [hand],
  );
  return { chosen, goTo };
}
