import { crsOfId } from '../formats/crs/catalogue';
import { toDegrees, toPlane } from '../formats/crs/crs';

/** The geometry of a feature as it is sent. */
export type Coordinates = number | readonly Coordinates[];

/**
 * A system that features can be asked in. CGCS2000 and WGS84 are taken as coincident, nothing is shifted. The first axis
 * is the one that the system's authority writes first: latitude or northing for all but CRS84 and 3857.
 */
export interface OgcCrs {
  readonly uri: string;
  readonly code: string;
  readonly firstAxis: 'east' | 'north';
  readonly isDegrees: boolean;
  /** From the system's own axes to longitude and latitude in degrees. */
  readonly toLonLat: (first: number, second: number) => [number, number];
  /** From longitude and latitude in degrees to the system's own axes, rounded to a tenth of a millimetre or finer. */
  readonly fromLonLat: (longitude: number, latitude: number) => [number, number];
}

const EPSG = 'http://www.opengis.net/def/crs/EPSG/0/';
const DECIMALS = { degrees: 1e10, metres: 1e4 } as const;
const NORTHING_FIRST = ['4490', '4326', '4527', '4528', '4548', '4549'] as const;

/** What is served unless another system is asked for. */
export const crs84: OgcCrs = {
  uri: 'http://www.opengis.net/def/crs/OGC/1.3/CRS84',
  code: 'CRS84',
  firstAxis: 'east',
  isDegrees: true,
  toLonLat: (longitude, latitude) => [longitude, latitude],
  fromLonLat: (longitude, latitude) => [longitude, latitude],
};

/** Every system that can be asked for; the first is the default. */
export const ogcSystems: readonly OgcCrs[] = [
  crs84,
  ...NORTHING_FIRST.map((code) => epsg(code, 'north')),
  epsg('3857', 'east'),
];
/** The system that geometry is stored in. */
export const STORAGE_CRS = `${EPSG}4490`;

function epsg(code: string, firstAxis: OgcCrs['firstAxis']): OgcCrs {
  const crs = crsOfId(code);
  if (!crs) throw new Error(`the catalogue has no EPSG:${code}`);
  const isDegrees = crs.kind === 'degrees';
  const forward = isDegrees ? (lon: number, lat: number): [number, number] => [lon, lat] : toPlane(crs);
  const one = isDegrees ? DECIMALS.degrees : DECIMALS.metres;
  const round = (value: number) => Math.round(value * one) / one;
  return {
    uri: `${EPSG}${code}`,
    code: `EPSG:${code}`,
    firstAxis,
    isDegrees,
    toLonLat: toDegrees({ ...crs, swapped: firstAxis === 'north' }),
    fromLonLat: (longitude, latitude) => {
      const [east, north] = forward(longitude, latitude);
      return firstAxis === 'north' ? [round(north), round(east)] : [round(east), round(north)];
    },
  };
}

/** Coordinates of any depth with each position turned. */
export function turned(coordinates: Coordinates, turn: OgcCrs['fromLonLat']): Coordinates {
  if (typeof coordinates === 'number') return coordinates;
  const [first, second] = coordinates;
  if (typeof first === 'number' && typeof second === 'number') return turn(first, second);
  return coordinates.map((inner) => turned(inner, turn));
}
