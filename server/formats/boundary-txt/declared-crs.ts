import { type Crs, degreesCrs, gaussKruger } from '../crs/crs';
import { datumOf } from '../crs/read-prj';
import type { DeclaredCrs } from '../raw-file';
import { narrow } from './parse-lines';

const degreesAtMost = 360;
/** A zone number before the easting takes it over ten million. */
const prefixedFrom = 10_000_000;

/**
 * What the keys of a boundary-point TXT say about its coordinates: 坐标系 the datum, 几度分带 and 带号 (or 中央子午线) the plane.
 * Whether the zone stands before the easting no key tells, so it is read off the numbers; whether the two agree is left
 * to whoever places the file.
 */
export function declaredCrs(keys: ReadonlyMap<string, string>, sample: readonly [number, number] | null): DeclaredCrs {
  const system = keyLike(keys, /坐标系|坐标系统|coord/i);
  const title = quoted(system, keys);
  const datum = datumOf(datumName(system));
  if (datum.kind === 'other') return { kind: 'other-datum', title, datum: datum.title };
  if (/独立|地方|城建|local/i.test(system)) return { kind: 'unsupported', title: system };
  if (datum.kind === 'unknown') return { kind: 'none' };
  const crs = planeOf(keys, datum.datum, sample);
  return crs ? { kind: 'known', crs, title } : { kind: 'datum', title };
}

/** The name as `datumOf` knows it: 2000国家大地坐标系, 80西安坐标系, 1954年北京坐标系 and their like. */
function datumName(system: string): string {
  if (/西安|xi'?an/i.test(system) || /(^|[^\d])(19)?80/.test(system)) return '西安80';
  if (/北京|beijing/i.test(system) || /(^|[^\d])(19)?54/.test(system)) return '北京54';
  return /2000/.test(system) ? '国家2000' : system;
}

function planeOf(
  keys: ReadonlyMap<string, string>,
  datum: Crs['datum'],
  sample: readonly [number, number] | null,
): Crs | null {
  const largest = sample ? Math.max(Math.abs(sample[0]), Math.abs(sample[1])) : 0;
  if (sample && largest <= degreesAtMost) return degreesCrs(datum);
  const isPrefixed = largest >= prefixedFrom;
  const meridian = numberIn(keyLike(keys, /中央(子午线|经线)/));
  const zone = numberIn(zoneText(keys));
  if (meridian !== null) return { ...gaussKruger(meridian, isPrefixed ? zone : null), datum };
  if (zone === null) return null;
  // Some write the meridian where the zone belongs.
  if (zone >= 70 && zone <= 140) return { ...gaussKruger(zone, null), datum };
  const isSix = narrow(keyLike(keys, /几度分带|分带/)).startsWith('6') || /六/.test(keyLike(keys, /几度分带|分带/));
  return { ...gaussKruger(isSix ? zone * 6 - 3 : zone * 3, isPrefixed ? zone : null), datum };
}

/** What the file says in its own words, each figure under its key: a bare 3 and 39 would say nothing to a reader. */
function quoted(system: string, keys: ReadonlyMap<string, string>): string {
  const said = [
    ['几度分带', keyLike(keys, /几度分带|分带/)],
    ['带号', zoneText(keys)],
    ['中央经线', keyLike(keys, /中央(子午线|经线)/)],
  ].filter(([, value]) => value);
  return [system, ...said.map(([key, value]) => `${key} ${value}`)].join('，');
}

function zoneText(keys: ReadonlyMap<string, string>): string {
  return keyLike(keys, /带号/);
}

function keyLike(keys: ReadonlyMap<string, string>, pattern: RegExp): string {
  for (const [key, value] of keys) if (pattern.test(key)) return value.trim();
  return '';
}

function numberIn(text: string): number | null {
  const found = /\d+(?:\.\d+)?/.exec(narrow(text));
  return found ? Number(found[0]) : null;
}
