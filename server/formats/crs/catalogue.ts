import type { Named } from '../../../data/contract';
import { type Crs, degreesCrs, gaussKruger, webMercator } from './crs';

/** The 3-degree and 6-degree zones that reach the coast of Fujian. */
const threeDegreeZones = [39, 40] as const;
const sixDegreeZones = [20, 21] as const;
const threeDegreePrefixed = 4527;
const threeDegreePlain = 4548;
const sixDegreePrefixed = 4498;
const sixDegreePlain = 4509;

interface Entry {
  id: string;
  title: Named;
  crs: Crs;
}

const named = (zh: string, en: string): Named => ({ zh, en });

/** EPSG numbers of the CGCS2000 planes by zone: EPSG dataset, 4491-4554. */
const fixed: readonly Entry[] = [
  {
    id: '4490',
    title: named('CGCS2000 经纬度（EPSG:4490）', 'CGCS2000 degrees (EPSG:4490)'),
    crs: degreesCrs('CGCS2000'),
  },
  { id: '4326', title: named('WGS84 经纬度（EPSG:4326）', 'WGS84 degrees (EPSG:4326)'), crs: degreesCrs('WGS84') },
  ...threeDegreeZones.flatMap((zone, n) => [
    plane(threeDegreePrefixed + n, { width: 3, zone }, true),
    plane(threeDegreePlain + n, { width: 3, zone }, false),
  ]),
  ...sixDegreeZones.flatMap((zone, n) => [
    plane(sixDegreePrefixed + n, { width: 6, zone }, true),
    plane(sixDegreePlain + n, { width: 6, zone }, false),
  ]),
  { id: '3857', title: named('Web 墨卡托（EPSG:3857）', 'Web Mercator (EPSG:3857)'), crs: webMercator },
];

/** Named by its zone, what that means, and whether the zone stands before the easting. */
function plane(epsg: number, { width, zone }: { width: 3 | 6; zone: number }, isPrefixed: boolean): Entry {
  const meridian = width === 3 ? zone * 3 : zone * 6 - 3;
  const [east, eastEn] = isPrefixed ? ['带号在前', 'zone prefix'] : ['不带带号', 'no zone prefix'];
  return {
    id: String(epsg),
    title: named(
      `CGCS2000 ${width} 度带第 ${zone} 带（中央经线 ${meridian}°E，${east}，EPSG:${epsg}）`,
      `CGCS2000 ${width}-degree zone ${zone} (central meridian ${meridian}°E, ${eastEn}, EPSG:${epsg})`,
    ),
    crs: gaussKruger(meridian, isPrefixed ? zone : null),
  };
}

/** The systems that a file without one is tried in; `localMeridian` is the city's own central meridian. */
export function usualSystems(localMeridian: number): Crs[] {
  // A 6-degree plane without prefix equals the 3-degree one of the same meridian; WGS84 degrees equal CGCS2000's.
  const apart = fixed.filter((entry) => entry.id !== '4326' && entry.id !== String(sixDegreePlain));
  return [...apart.map((entry) => entry.crs), gaussKruger(localMeridian, null)];
}

const swappedSuffix = ':yx';

/** A stable name: the EPSG code, `local-118.5` for a plane of the city's own, or the parameters; `:yx` when swapped. */
export function crsId(crs: Crs): string {
  const straight = { ...crs, swapped: false };
  const known = fixed.find((entry) => same(entry.crs, straight));
  const suffix = crs.swapped ? swappedSuffix : '';
  if (known) return known.id + suffix;
  if (same(straight, gaussKruger(crs.centralMeridian, null))) return `local-${crs.centralMeridian}${suffix}`;
  return `tm,${crs.datum},${crs.centralMeridian},${crs.scale},${crs.falseEasting}${suffix}`;
}

/** The system of a name given by `crsId`; null when nobody made such a name. */
export function crsOfId(id: string): Crs | null {
  const swapped = id.endsWith(swappedSuffix);
  const bare = swapped ? id.slice(0, -swappedSuffix.length) : id;
  const found = fixed.find((entry) => entry.id === bare)?.crs ?? ofParameters(bare);
  return found && { ...found, swapped };
}

/** What the system is called. */
export function crsTitle(crs: Crs): Named {
  const id = crsId({ ...crs, swapped: false });
  const swap = crs.swapped ? named('，横纵对调', ', axes swapped') : named('', '');
  const known = fixed.find((entry) => entry.id === id)?.title;
  const title =
    known ??
    named(
      `${crs.datum} 横轴墨卡托（中央经线 ${crs.centralMeridian}°E，尺度 ${crs.scale}，东偏 ${crs.falseEasting} 米）`,
      `${crs.datum} transverse Mercator (central meridian ${crs.centralMeridian}°E, scale ${crs.scale}, false easting ${crs.falseEasting} m)`,
    );
  return named(title.zh + swap.zh, title.en + swap.en);
}

function ofParameters(id: string): Crs | null {
  const local = /^local-(\d+(?:\.\d+)?)$/.exec(id);
  if (local) return gaussKruger(Number(local[1]), null);
  const free = /^tm,(CGCS2000|WGS84),(-?[\d.]+),([\d.]+),(-?[\d.]+)$/.exec(id);
  if (!free) return null;
  return {
    kind: 'transverse-mercator',
    datum: free[1] as Crs['datum'],
    centralMeridian: Number(free[2]),
    scale: Number(free[3]),
    falseEasting: Number(free[4]),
    swapped: false,
  };
}

function same(a: Crs, b: Crs): boolean {
  return (
    a.kind === b.kind &&
    a.datum === b.datum &&
    a.centralMeridian === b.centralMeridian &&
    Math.abs(a.scale - b.scale) < 1e-12 &&
    Math.abs(a.falseEasting - b.falseEasting) < 1e-6
  );
}
