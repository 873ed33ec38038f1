import type { ParkRow } from '../../data/contract';
import type { AppParts } from '../app';
import { cachedByVersion } from '../cached';
import { muOf } from '../core/fabric/area';
import type { LaidZone } from '../core/pieces/units';
import { listParks } from '../db/parks/list-parks';
import { asOfDay } from '../settings';
import type { ExtraTags } from '../tiles/render';
import { type Judged, judgePark } from './judge-park';
import { loadParkCases } from './park-case';

/** All parks with their verdicts on the current day, kept until data they rest on changes, whoever changed it. */
export interface ParkBook {
  rows(): Promise<ParkRow[]>;
  /** What a park's tile shows of its verdicts, by park. */
  tags(): Promise<ExtraTags>;
}

/** Opens the book over a database; the first question after a change computes it anew. */
export function openParkBook(parts: AppParts, zones: () => Promise<LaidZone[]>): ParkBook {
  const { db, rulesets } = parts;
  const judged = cachedByVersion(
    db,
    ['parks', 'parcels', 'corridors', 'firms', 'rulings', 'zones'],
    async () => {
      const parks = await listParks(db);
      const cases = await loadParkCases(db, { parks: parks.map(({ id }) => id) }, rulesets.current);
      const judging = { ruleset: rulesets.current, asOf: asOfDay(parts), zones: await zones() };
      const verdicts = new Map<string, Judged>();
      for (const parkCase of cases) {
        verdicts.set(parkCase.park, judgePark(parkCase, judging));
        // Other requests are let in between two parks.
        await new Promise(setImmediate);
      }
      return parks.flatMap(({ unitBasis, areaSquareMetres, ...park }): ParkRow[] => {
        const verdict = verdicts.get(park.id);
        if (!verdict) return [];
        return [
          {
            ...park,
            areaMu: muOf(areaSquareMetres),
            title: 'unknown',
            contiguity: verdict.contiguity.verdict,
            tests: [],
          },
        ];
      });
    },
    () => asOfDay(parts),
  );
  return {
    rows: judged,
    tags: async () => new Map((await judged()).map(({ id, title, contiguity }) => [Number(id), { title, contiguity }])),
  };
}
