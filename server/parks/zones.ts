import type { AppParts } from '../app';
import { cachedByVersion } from '../cached';
import { openCityCrs } from '../core/fabric/city-crs';
import { type LaidZone, layZones } from '../core/pieces/units';
import { listZones } from '../db/units/list-zones';

/** Gives the outlines of the units laid out for the core, kept until the zone layer changes. */
export function openZones({ db, rulesets }: Pick<AppParts, 'db' | 'rulesets'>): () => Promise<LaidZone[]> {
  const crs = openCityCrs(rulesets.current.rules.measure.cityCrs.value.proj4);
  return cachedByVersion(db, ['zones'], async () => layZones(await listZones(db), crs));
}
