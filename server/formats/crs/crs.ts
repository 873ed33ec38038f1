import proj4 from 'proj4';

/**
 * A coordinate system that parcels may come in, always CGCS2000 or its WGS84 twin. `swapped` = northing (or latitude)
 * stands first. A transverse Mercator is known by its parameters, never by the name somebody gave it.
 */
export interface Crs {
  kind: 'degrees' | 'transverse-mercator' | 'web-mercator';
  datum: 'CGCS2000' | 'WGS84';
  centralMeridian: number;
  scale: number;
  falseEasting: number;
  swapped: boolean;
}

const metresPerZonePrefix = 1_000_000;
const plainFalseEasting = 500_000;

/** Longitude and latitude in degrees. */
export function degreesCrs(datum: Crs['datum']): Crs {
  return { kind: 'degrees', datum, centralMeridian: 0, scale: 1, falseEasting: 0, swapped: false };
}

/** A Gauss-Krüger plane on CGCS2000; `zonePrefix` is the zone number written before the easting, or null. */
export function gaussKruger(centralMeridian: number, zonePrefix: number | null): Crs {
  const falseEasting = plainFalseEasting + (zonePrefix ?? 0) * metresPerZonePrefix;
  return { kind: 'transverse-mercator', datum: 'CGCS2000', centralMeridian, scale: 1, falseEasting, swapped: false };
}

/** Web Mercator, in which nothing is measured but files do come. */
export const webMercator: Crs = {
  kind: 'web-mercator',
  datum: 'WGS84',
  centralMeridian: 0,
  scale: 1,
  falseEasting: 0,
  swapped: false,
};

const definitions = {
  degrees: () => '+proj=longlat +ellps=GRS80 +no_defs',
  // One ellipsoid for both datums: CGCS2000 and WGS84 differ in the semi-minor axis by 0.1 mm.
  'transverse-mercator': (crs: Crs) =>
    `+proj=tmerc +lat_0=0 +lon_0=${crs.centralMeridian} +k=${crs.scale} +x_0=${crs.falseEasting} +y_0=0 +ellps=GRS80 +units=m +no_defs`,
  'web-mercator': () =>
    '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +no_defs',
};

/** Opens the way from a file's coordinates to longitude and latitude in degrees; no datum is ever shifted. */
export function toDegrees(crs: Crs): (x: number, y: number) => [number, number] {
  const order = (x: number, y: number): [number, number] => (crs.swapped ? [y, x] : [x, y]);
  if (crs.kind === 'degrees') return order;
  if (crs.kind === 'web-mercator') return (x, y) => sphereToDegrees(...order(x, y));
  const plane = proj4(definitions.degrees(), definitions[crs.kind](crs));
  return (x, y) => plane.inverse(order(x, y)) as [number, number];
}

/** Opens the way from longitude and latitude in degrees to metres in a plane. */
export function toPlane(crs: Crs): (longitude: number, latitude: number) => [number, number] {
  const plane = proj4(definitions.degrees(), definitions[crs.kind](crs));
  return (longitude, latitude) => plane.forward([longitude, latitude]) as [number, number];
}

const earthRadiusMetres = 6_378_137;

/** Web Mercator treats geodetic latitude as if it were on a sphere; turning it back gives geodetic latitude again. */
function sphereToDegrees(x: number, y: number): [number, number] {
  const degrees = 180 / Math.PI;
  const latitude = 2 * Math.atan(Math.exp(y / earthRadiusMetres)) - Math.PI / 2;
  return [(x / earthRadiusMetres) * degrees, latitude * degrees];
}
