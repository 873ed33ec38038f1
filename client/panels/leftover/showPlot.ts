import type { Bbox } from '../../../data/contract';
import type { MapHand } from '../../map/hand';

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
