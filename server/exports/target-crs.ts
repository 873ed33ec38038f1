import type { Named } from '../../data/contract';
import { exportFormats } from '../../data/words/exports';
import type { AppParts } from '../app';
import type { ExportSummary } from '../db/exports/ground';
import { crsId, crsOfId, crsTitle, usualSystems } from '../formats/crs/catalogue';
import { type Crs, degreesCrs, gaussKruger } from '../formats/crs/crs';
import { cityOf } from '../settings';

const WGS84 = '4326';

/** The systems that an export is offered in: degrees, the 3- and 6-degree planes, the city's own, Web Mercator. */
export function offeredSystems(localMeridian: number): { id: string; title: Named; projected: boolean }[] {
  const usual = usualSystems(localMeridian);
  const sixDegreePlain = ['4509', '4510'].flatMap((id) => crsOfId(id) ?? []);
  return [degreesCrs('CGCS2000'), ...usual.slice(1), ...sixDegreePlain, degreesCrs('WGS84')]
    .filter((crs, n, all) => all.findIndex((other) => crsId(other) === crsId(crs)) === n)
    .map((crs) => ({ id: crsId(crs), title: crsTitle(crs), projected: crs.kind !== 'degrees' }));
}

/** The 3-degree plane with zone number in which most of the ground lies; without ground the city's own. */
export function ownZone(middle: number | null, localMeridian: number): Crs {
  if (middle === null) return gaussKruger(localMeridian, null);
  const zone = Math.round(middle / 3);
  return gaussKruger(zone * 3, zone);
}

/** Whether ground lies in more than one 3-degree zone. */
export function spansZones({ west, east }: Pick<ExportSummary, 'west' | 'east'>): boolean {
  return west !== null && east !== null && Math.round(west / 3) !== Math.round(east / 3);
}

/**
 * The system that a file is written in: the one asked for (CGCS2000 degrees unless said), except where the format knows
 * degrees only, or only planes: then the ground decides. Null when nobody knows the system asked for.
 */
export function targetCrs(
  format: keyof typeof exportFormats,
  asked: string | undefined,
  middle: number | null,
  localMeridian: number,
): Crs | null {
  const { crs: allowed } = exportFormats[format];
  if (allowed === 'degrees') return crsOfId(WGS84);
  const known = offeredSystems(localMeridian).some(({ id }) => id === asked);
  if (asked !== undefined && !known) return null;
  const crs = asked === undefined ? degreesCrs('CGCS2000') : crsOfId(asked);
  const isPlane = crs?.kind === 'transverse-mercator';
  return allowed === 'projected' && !isPlane ? ownZone(middle, localMeridian) : crs;
}

/** The central meridian of the city's own plane. */
export function meridianOf(parts: Pick<AppParts, 'rulesets'>): number {
  return Number(/\+lon_0=([\d.]+)/.exec(cityOf(parts).cityCrs.proj4)?.[1] ?? Number.NaN);
}
