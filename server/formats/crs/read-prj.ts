import type { DeclaredCrs } from '../raw-file';
import { type Crs, degreesCrs, webMercator } from './crs';

const metre = 1;
/** Ellipsoids that carry CGCS2000 or WGS84: GRS80 and its twins, by inverse flattening. */
const modernFlattening = { least: 298.2571, most: 298.2573 };

/** Reads a .prj (WKT 1 of Esri or OGC, or WKT 2) by its parameters; names are only trusted to tell the datum. */
export function readPrj(wkt: string): DeclaredCrs {
  const text = inWkt1(wkt.trim());
  if (!text) return { kind: 'none' };
  const title = /^\w+\s*\[\s*"([^"]*)"/.exec(text)?.[1] ?? text.slice(0, 60);
  const datum = datumOf(text);
  if (datum.kind === 'other') return { kind: 'other-datum', title, datum: datum.title };
  if (datum.kind === 'unknown') return { kind: 'unsupported', title };
  if (/^GEOGCS/i.test(text)) return { kind: 'known', title, crs: degreesCrs(datum.datum) };
  const crs = planeOf(text, datum.datum);
  return crs ? { kind: 'known', title, crs } : { kind: 'unsupported', title };
}

/** Words of WKT 2 (ISO 19162) by those that WKT 1 has for them. */
const words: readonly [RegExp, string][] = [
  [/\bPROJCRS\b/g, 'PROJCS'],
  [/\b(BASEGEOG|GEOG|GEODETIC|GEOD)CRS\b/g, 'GEOGCS'],
  [/\bELLIPSOID\b/g, 'SPHEROID'],
  [/\bMETHOD\b/g, 'PROJECTION'],
  [/"Transverse Mercator"/gi, '"Transverse_Mercator"'],
  [/"Longitude of natural origin"/gi, '"central_meridian"'],
  [/"Latitude of natural origin"/gi, '"latitude_of_origin"'],
  [/"Scale factor at natural origin"/gi, '"scale_factor"'],
  [/"False easting"/gi, '"false_easting"'],
  [/"False northing"/gi, '"false_northing"'],
  [/\b(LENGTH|ANGLE)UNIT\b/g, 'UNIT'],
];

function inWkt1(text: string): string {
  if (!/^(PROJCRS|GEOGCRS|GEODCRS|GEODETICCRS)/.test(text)) return text;
  return words.reduce((wkt, [word, by]) => wkt.replace(word, by), text);
}

type Datum = { kind: 'modern'; datum: Crs['datum'] } | { kind: 'other'; title: string } | { kind: 'unknown' };

/** The datum that a text names; a name of the old ones wins over everything else that stands there. */
export function datumOf(text: string): Datum {
  if (/xi[_' ]?an[_ ]?(19)?80|西安\s*(19)?80/i.test(text)) return { kind: 'other', title: '西安80 (Xian 1980)' };
  if (/beijing[_ ]?(19)?54|北京\s*(19)?54|krass?o[vw]sky|pulkovo/i.test(text))
    return { kind: 'other', title: '北京54 (Beijing 1954)' };
  const flattening = Number(/SPHEROID\s*\[\s*"[^"]*"\s*,\s*[\d.]+\s*,\s*([\d.]+)/i.exec(text)?.[1]);
  const fits = Number.isNaN(flattening) || (flattening > modernFlattening.least && flattening < modernFlattening.most);
  if (!fits) return { kind: 'unknown' };
  if (/CGCS[_ ]?2000|China[_ ]?(Geodetic[_ ]Coordinate[_ ]System[_ ])?2000|国家\s*2000/i.test(text))
    return { kind: 'modern', datum: 'CGCS2000' };
  if (/WGS[_ ]?(19)?84/i.test(text)) return { kind: 'modern', datum: 'WGS84' };
  return { kind: 'unknown' };
}

function planeOf(text: string, datum: Crs['datum']): Crs | null {
  const projection = /PROJECTION\s*\[\s*"([^"]+)"/i.exec(text)?.[1] ?? '';
  // The degree of the geographic part comes first, the unit of the plane last.
  const unit = Number([...text.matchAll(/UNIT\s*\[\s*"[^"]*"\s*,\s*([\d.eE+-]+)/gi)].at(-1)?.[1] ?? metre);
  if (/mercator_auxiliary_sphere|popular_visualisation|pseudo[-_ ]?mercator/i.test(text)) return webMercator;
  if (!/transverse_mercator|gauss_kruger/i.test(projection) || unit !== metre) return null;
  if (parameter(text, 'latitude_of_origin') !== 0 || parameter(text, 'false_northing') !== 0) return null;
  return {
    kind: 'transverse-mercator',
    datum,
    centralMeridian: parameter(text, 'central_meridian'),
    scale: parameter(text, 'scale_factor', 1),
    falseEasting: parameter(text, 'false_easting'),
    swapped: false,
  };
}

function parameter(text: string, name: string, otherwise = 0): number {
  const found = new RegExp(`PARAMETER\\s*\\[\\s*"${name}"\\s*,\\s*([-\\d.eE+]+)`, 'i').exec(text)?.[1];
  return found === undefined ? otherwise : Number(found);
}
