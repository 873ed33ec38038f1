import type { Named } from '../../data/contract';
import type { AppParts } from '../app';
import { cachedByVersion } from '../cached';
import { openCityCrs } from '../core/fabric/city-crs';
import { type LaidZone, layZones } from '../core/pieces/units';
import { listZones } from '../db/units/list-zones';

/** A unit's outline with the name that readers know it by. */
export type NamedZone = LaidZone & { readonly name: Named };

/** Gives the outlines of the units laid out for the core, kept until the zone layer changes. */
export function openZones({ db, rulesets }: Pick<AppParts, 'db' | 'rulesets'>): () => Promise<NamedZone[]> {
  const crs = openCityCrs(rulesets.current.rules.measure.cityCrs.value.proj4);
  return cachedByVersion(db, ['zones'], async () => {
    const zones = await listZones(db);
    const laid = layZones(zones, crs);
    return zones.map(({ name }, place) => ({ ...(laid[place] as LaidZone), name }));
  });
}
