import { readNumber } from '../../read-values';
import { not, ok, type Read } from '../reading/held';
import type { RecordReader } from '../reading/record-reader';

/** Degrees between which a place in the country lies; anything else is no longitude and latitude. */
const country = { west: 73, east: 136, south: 3, north: 54 };

/** Longitude and latitude in degrees; null where neither is given. */
export function readLocation(reader: RecordReader): Read<[number, number] | null> {
  const texts = [reader.text('longitude'), reader.text('latitude')];
  if (texts.every((text) => text === null)) return ok(null);
  const [longitude, latitude] = texts.map(readNumber);
  if (typeof longitude !== 'number' || typeof latitude !== 'number') return not('location-partial');
  const { west, east, south, north } = country;
  const isThere = longitude >= west && longitude <= east && latitude >= south && latitude <= north;
  return isThere ? ok([longitude, latitude]) : not('location-partial');
}
