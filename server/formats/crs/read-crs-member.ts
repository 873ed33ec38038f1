import type { DeclaredCrs } from '../raw-file';
import { crsOfId } from './catalogue';
import { datumOf, readPrj } from './read-prj';

/** EPSG numbers of Beijing 1954, Xian 1980 and their planes. */
const oldDatums: readonly { least: number; most: number; datum: string }[] = [
  { least: 2327, most: 2390, datum: '西安80 (Xian 1980)' },
  { least: 4610, most: 4610, datum: '西安80 (Xian 1980)' },
  { least: 2401, most: 2442, datum: '北京54 (Beijing 1954)' },
  { least: 4214, most: 4214, datum: '北京54 (Beijing 1954)' },
  { least: 21413, most: 21483, datum: '北京54 (Beijing 1954)' },
];

/** Reads the `crs` member of GeoJSON from before RFC 7946; without one the standard's default holds. */
export function readCrsMember(member: unknown): DeclaredCrs {
  if (member === undefined || member === null) return { kind: 'none' };
  const name = nameOf(member);
  if (!name) return { kind: 'unsupported', title: JSON.stringify(member).slice(0, 60) };
  if (/CRS84/i.test(name)) return known('4326', name);
  const code = /EPSG:+(?:[\d.]*:)?(\d+)/i.exec(name)?.[1];
  if (code) {
    const old = oldDatums.find((range) => Number(code) >= range.least && Number(code) <= range.most);
    if (old) return { kind: 'other-datum', title: name, datum: old.datum };
    return known(code, name);
  }
  const datum = datumOf(name);
  if (datum.kind === 'other') return { kind: 'other-datum', title: name, datum: datum.title };
  return readPrj(name);
}

function known(id: string, title: string): DeclaredCrs {
  const crs = crsOfId(id);
  return crs ? { kind: 'known', crs, title } : { kind: 'unsupported', title };
}

function nameOf(member: unknown): string | null {
  if (typeof member === 'string') return member;
  if (typeof member !== 'object' || member === null || !('properties' in member)) return null;
  const properties = member.properties;
  if (typeof properties !== 'object' || properties === null) return null;
  if ('name' in properties && typeof properties.name === 'string') return properties.name;
  // The variant {"type":"EPSG","properties":{"code":4527}} of the oldest writers.
  return 'code' in properties ? `EPSG:${String(properties.code)}` : null;
}
