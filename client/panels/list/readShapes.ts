import { pickParcels, readPark } from '../../../data/contract';
import { call } from '../../api';
import type { Shape } from './writeGeoJson';

const CHUNK = 2_000;
const AT_ONCE = 4;

/** The ground of parcels by id, read in portions. */
export async function readParcelShapes(ids: readonly string[]): Promise<ReadonlyMap<string, Shape>> {
  const shapes = new Map<string, Shape>();
  for (let from = 0; from < ids.length; from += CHUNK) {
    const { parcels } = await call(pickParcels, { body: { ids: ids.slice(from, from + CHUNK) } });
    for (const parcel of parcels) shapes.set(parcel.id, parcel.geometry);
  }
  return shapes;
}

/** The ground of parks by id, a few at a time. */
export async function readParkShapes(ids: readonly string[]): Promise<ReadonlyMap<string, Shape>> {
  const shapes = new Map<string, Shape>();
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const cards = await Promise.all(
      ids.slice(from, from + AT_ONCE).map((id) => call(readPark, { params: { id }, query: {} })),
    );
    for (const card of cards) shapes.set(card.id, card.geometry);
  }
  return shapes;
}
