import { useEffect, useRef } from 'react';
import type { Bbox } from '../../../data/contract';
import { type MapHand, useMapHand, useSeenView } from '../../map/hand';

/** A plot fills about a third of the map, so that the park around it is seen, and its stretches can be told apart. */
const ROOM = 0.9;
export const PLOT_ZOOM = 19;

/** The window of a plot with room around it. */
export function roomAround([west, south, east, north]: Bbox): Bbox {
  const [x, y] = [(east - west) * ROOM, (north - south) * ROOM];
  return [west - x, south - y, east + x, north + y];
}

/** Brings the map so near to a plot that what its measures were taken from can be seen. */
export const showPlot = (hand: Pick<MapHand, 'fit'>, bbox: Bbox): void => hand.fit(roomAround(bbox), PLOT_ZOOM);

/** Brings a plot into sight when its card opens and the map looks elsewhere; a plot that is in sight leaves the map alone. */
export function useIntoSight(bbox: Bbox): void {
  const hand = useMapHand();
  const seen = useSeenView();
  const asks = useRef(true);
  useEffect(() => {
    if (!seen || !asks.current) return;
    asks.current = false;
    if (!holds(seen.bbox, bbox)) showPlot(hand, bbox);
  }, [hand, seen, bbox]);
}

/** Whether a window holds all of another. */
export const holds = (window: Bbox, box: Bbox): boolean =>
  window[0] <= box[0] && window[1] <= box[1] && window[2] >= box[2] && window[3] >= box[3];
