import polylabel from 'polylabel';
import { type Answer, listParks, type ParkRow, pickParcels, readPark, type Verdict } from '../../../data/contract';
import type { Areal, Bbox } from '../../../data/contract/geojson';
import { ask } from './ask';
import { type LonLat, viewOf, writeView } from './mercator';

export type DrawnParcel = Answer<typeof pickParcels>['parcels'][number];

/** What is left of a desk's window for the map while both panels stand. */
const mapBetweenPanels = { width: 700, height: 824 };
const fineDegrees = 1e-6;

/** A park of the sample city under this verdict, the first by id so that every run looks at the same. */
export async function parkThatIs(verdict: Verdict): Promise<ParkRow> {
  const { rows } = await ask(listParks, { query: { verdict, kind: 'official' } });
  return first(rows.sort((a, b) => Number(a.id) - Number(b.id)));
}

/** The parcels of a park with their geometry. */
export async function parcelsOf(park: ParkRow): Promise<DrawnParcel[]> {
  const { members } = await ask(readPark, { params: { id: park.id } });
  return (await ask(pickParcels, { body: { ids: members.map((member) => member.id) } })).parcels;
}

/** The place well inside a ground, where a click means it and nothing beside it. */
export function insideOf(ground: Areal): LonLat {
  const polygons = ground.type === 'Polygon' ? [ground.coordinates] : ground.coordinates;
  const rings = first(polygons).map((ring) =>
    ring.map(([lon = Number.NaN, lat = Number.NaN]): [number, number] => [lon, lat]),
  );
  const [lon = Number.NaN, lat = Number.NaN] = polylabel(rings, fineDegrees);
  return [lon, lat];
}

/** An address that shows a window between the two panels, with whatever else it says. */
export const addressOver = (bbox: Bbox, rest = ''): string =>
  `?at=${writeView(viewOf(bbox, mapBetweenPanels))}${rest && `&${rest}`}`;

/** The first of a list that must not be empty. */
export function first<T>(list: readonly T[]): T {
  const [one] = list;
  if (one === undefined) throw new Error('the list is empty');
  return one;
}
