import { useCallback, useRef } from 'react';
import type { SearchHit } from '../../data/contract';
import { useKey } from '../keys/useKey';
import { type Draw, writeLabels } from '../map/draw';
import { useMapHand } from '../map/hand';
import { go, type SelectionKind } from '../url';

const POINT_ZOOM = 16;
const OPENS: Partial<Record<SearchHit['kind'], SelectionKind>> = {
  unit: 'unit',
  park: 'park',
  parcel: 'parcel',
  carrier: 'carrier',
  segment: 'segment',
};

/** Goes where a hit leads: the map moves there, and what has a panel opens it. A bare place gets a pin, which Esc takes away. */
export function useOpenHit(): (hit: SearchHit) => void {
  const hand = useMapHand();
  const pinned = useRef(false);
  useKey('back', () => {
    if (!pinned.current) return false;
    pinned.current = false;
    hand.setOverlay('place', null);
    return true;
  });
  return useCallback(
    (hit) => {
      const kind = OPENS[hit.kind];
      if (kind) go({ selection: { kind, id: hit.id } });
      if (hit.kind === 'segment') go({ colouring: 'segment', segment: hit.id }, { replace: true });
      const [lon, lat] = hit.at?.coordinates ?? [];
      if (hit.bbox) hand.fit(hit.bbox);
      else if (lon !== undefined && lat !== undefined) hand.flyTo(lon, lat, POINT_ZOOM);
      pinned.current = !kind && lon !== undefined && lat !== undefined;
      hand.setOverlay('place', kind || lon === undefined || lat === undefined ? null : drawPin(lon, lat, hit.title));
    },
    [hand],
  );
}

function drawPin(lon: number, lat: number, title: string): Draw {
  const data = [{ lon, lat, title }];
  const getPosition = (d: (typeof data)[number]): [number, number] => [d.lon, d.lat];
  return (deck) => [
    new deck.ScatterplotLayer({
      id: 'place-point',
      data,
      getPosition,
      radiusUnits: 'pixels',
      getRadius: 7,
      getFillColor: [15, 107, 102, 255],
      stroked: true,
      lineWidthUnits: 'pixels',
      getLineWidth: 3,
      getLineColor: [255, 255, 255, 255],
    }),
    ...writeLabels(deck, {
      id: 'place-title',
      data,
      getPosition,
      getText: (d) => d.title,
      getSize: 13,
      getPixelOffset: [0, -20],
      background: true,
      getBackgroundColor: [255, 255, 255, 240],
      backgroundPadding: [5, 2],
    }),
  ];
}
