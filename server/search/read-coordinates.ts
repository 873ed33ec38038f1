import type { Bbox, Named } from '../../data/contract';
import { openCityCrs } from '../core/fabric/city-crs';

/** One place that a typed coordinate may mean. */
export interface CoordinateReading {
  lon: number;
  lat: number;
  crs: Named;
}
export interface CoordinateSettings {
  planningExtent: Bbox;
  cityCrs: { name: Named; proj4: string };
}

const NUMBER = String.raw`(\d+(?:\.\d+)?)`;
const DEGREES = String.raw`(\d{1,3})\s*[°度]\s*(?:(\d{1,2}(?:\.\d+)?)\s*['′分]\s*)?(?:(\d{1,2}(?:\.\d+)?)\s*(?:"|″|′′|''|秒)\s*)?`;
const SIDE = '([ENen东北])?';
const degreePair = new RegExp(
  String.raw`^(?:东经|北纬)?\s*${DEGREES}${SIDE}[\s,;]*(?:东经|北纬)?\s*${DEGREES}${SIDE}$`,
);
const numberPair = new RegExp(
  String.raw`^[ENXYenxy:=\s]*${NUMBER}\s*[°]?\s*${SIDE}[\s,;]+[ENXYenxy:=\s]*${NUMBER}\s*[°]?\s*${SIDE}[\s;]*$`,
);

/**
 * Reads a coordinate as people write it: decimal degrees or degrees, minutes and seconds in either order, or easting
 * and northing in metres of the city CRS or a 3-degree zone, with or without the zone number. A pair that fits
 * several zones gives them all; what falls outside the planning extent is left out for metres, kept for degrees.
 */
export function readCoordinates(typed: string, settings: CoordinateSettings): CoordinateReading[] {
  const text = typed.normalize('NFKC').replaceAll('、', ',').trim();
  const degrees = degreePair.exec(text);
  if (degrees) {
    const [first, second] = [degrees.slice(1, 4), degrees.slice(5, 8)].map(decimalDegrees);
    return inDegrees(first ?? Number.NaN, second ?? Number.NaN, degrees[4], degrees[8]);
  }
  const pair = numberPair.exec(text);
  if (!pair) return [];
  const [a, b] = [Number(pair[1]), Number(pair[3])];
  return Math.max(a, b) <= 360 ? inDegrees(a, b, pair[2], pair[4]) : inMetres(a, b, settings);
}

function decimalDegrees(parts: (string | undefined)[]): number {
  const [degrees = '0', minutes = '0', seconds = '0'] = parts.map((part) => part ?? '0');
  return Number(degrees) + Number(minutes) / 60 + Number(seconds) / 3600;
}

const isNorth = (side: string | undefined): boolean => side !== undefined && 'Nn北'.includes(side);
const isEast = (side: string | undefined): boolean => side !== undefined && 'Ee东'.includes(side);

/** Longitude comes first unless a letter says otherwise or the first number can only be a latitude of China. */
function inDegrees(a: number, b: number, sideA?: string, sideB?: string): CoordinateReading[] {
  const latitudeFirst = isNorth(sideA) || isEast(sideB) || (!isEast(sideA) && !isNorth(sideB) && a < 60 && b > 60);
  const [lon, lat] = latitudeFirst ? [b, a] : [a, b];
  if (!(lon >= -180 && lon <= 180 && lat >= -90 && lat <= 90)) return [];
  return [{ lon, lat, crs: { zh: '经纬度 CGCS2000', en: 'longitude and latitude, CGCS2000' } }];
}

/** In China a northing in metres is always larger than an easting without its zone and smaller than one with it. */
function inMetres(a: number, b: number, settings: CoordinateSettings): CoordinateReading[] {
  const [low, high] = a < b ? [a, b] : [b, a];
  const [west, south, east, north] = settings.planningExtent;
  const within = ({ lon, lat }: CoordinateReading): boolean =>
    lon >= west && lon <= east && lat >= south && lat <= north;
  const zone = Math.floor(high / 1_000_000);
  if (zone >= 25 && zone <= 45) return [inZone(zone, high % 1_000_000, low, true)].filter(within);
  const zones = [];
  for (let number = Math.round(west / 3); number <= Math.round(east / 3); number++) zones.push(number);
  const [lon, lat] = openCityCrs(settings.cityCrs.proj4).toDegrees([low, high]);
  const city = { lon, lat, crs: settings.cityCrs.name };
  return [...zones.map((number) => inZone(number, low, high, false)), city].filter(within);
}

function inZone(zone: number, easting: number, northing: number, prefixed: boolean): CoordinateReading {
  const definition = `+proj=tmerc +lat_0=0 +lon_0=${zone * 3} +k=1 +x_0=500000 +y_0=0 +ellps=GRS80 +units=m +no_defs`;
  const [lon, lat] = openCityCrs(definition).toDegrees([easting, northing]);
  const note = prefixed ? { zh: '带号在前', en: 'zone prefix' } : { zh: '不带带号', en: 'no zone prefix' };
  return {
    lon,
    lat,
    crs: {
      zh: `CGCS2000 3 度带第 ${zone} 带（中央经线 ${zone * 3}°E，${note.zh}）`,
      en: `CGCS2000 3-degree zone ${zone} (central meridian ${zone * 3}°E, ${note.en})`,
    },
  };
}
