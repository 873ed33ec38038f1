import type { View } from '../../../client/url';
import type { Bbox } from '../../../data/contract/geojson';

export type LonLat = readonly [lon: number, lat: number];
interface Size {
  width: number;
  height: number;
}
const tilePixels = 512;

/** Where a place lies in the Web Mercator square, from 0 to 1 on both axes, north at the top. */
function unitOf([lon, lat]: LonLat): { x: number; y: number } {
  const sine = Math.sin((lat * Math.PI) / 180);
  return { x: lon / 360 + 0.5, y: 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI) };
}

/** Pixels from the left and top of a map of this size that shows this view. */
export function pixelOf(view: View, { width, height }: Size, place: LonLat): { x: number; y: number } {
  const world = tilePixels * 2 ** view.zoom;
  const centre = unitOf([view.lon, view.lat]);
  const at = unitOf(place);
  return { x: width / 2 + (at.x - centre.x) * world, y: height / 2 + (at.y - centre.y) * world };
}

/** A view that shows a window with room around it on a map of about this size. */
export function viewOf([west, south, east, north]: Bbox, { width, height }: Size, share = 0.6): View {
  const low = unitOf([west, south]);
  const high = unitOf([east, north]);
  const zoom = Math.log2(
    Math.min((width * share) / (high.x - low.x), (height * share) / (low.y - high.y)) / tilePixels,
  );
  return {
    lon: Number(((west + east) / 2).toFixed(5)),
    lat: Number(((south + north) / 2).toFixed(5)),
    zoom: Number(Math.min(zoom, 17).toFixed(2)),
  };
}

/** The view as the address writes it. */
export const writeView = ({ lon, lat, zoom }: View): string => `${lon},${lat},${zoom}`;
