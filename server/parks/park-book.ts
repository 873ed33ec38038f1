import { LRUCache } from 'lru-cache';
import type { ParkRow } from '../../data/contract';
import type { AppParts } from '../app';
import { cachedByVersion } from '../cached';
import { muOf } from '../core/fabric/area';
import { listParks } from '../db/parks/list-parks';
import type { Engine } from '../engine/engine';
import type { Verdicts } from '../engine/ops/verdicts';
import { asOfDay } from '../settings';
import type { ExtraTags } from '../tiles/render';

/** All parks with their verdicts on the current day, kept until data they rest on changes, whoever changed it. */
export interface ParkBook {
  rows(): Promise<ParkRow[]>;
  /** What a park's tile shows of its verdicts, by park. */
  tags(): Promise<ExtraTags>;
}

const KEPT_VERDICTS = 2000;

/** Opens the book over a database; after a change only the parks whose inputs changed are judged anew. */
export function openParkBook(parts: AppParts, engine: Engine): ParkBook {
  const { db, rulesets } = parts;
  const ruleset = rulesets.current;
  const known = new LRUCache<string, Verdicts>({ max: KEPT_VERDICTS });

  const judgeAll = async (ids: readonly string[], zones: number): Promise<Map<string, Verdicts>> => {
    const asOf = asOfDay(parts);
    const versions = await engine.askEach('version', ids, { ruleset });
    const keyOf = (place: number) => `${versions[place]}/${asOf}/${zones}`;
    const unjudged = ids.filter((_, place) => versions[place] && !known.has(keyOf(place)));
    const judged = await engine.askEach('verdicts', unjudged, { ruleset, asOf });
    const found = new Map(unjudged.map((id, n) => [id, judged[n]]));
    return new Map(
      ids.flatMap((id, place): [string, Verdicts][] => {
        const verdicts = found.get(id) ?? known.get(keyOf(place));
        if (!verdicts) return [];
        known.set(keyOf(place), verdicts);
        return [[id, verdicts]];
      }),
    );
  };

  const rows = cachedByVersion(
    db,
    ['parks', 'parcels', 'corridors', 'firms', 'rulings', 'zones'],
    async ({ zones }) => {
      const parks = await listParks(db);
      const verdicts = await judgeAll(
        parks.map(({ id }) => id),
        zones,
      );
      return parks.flatMap(({ unitBasis, areaSquareMetres, ...park }): ParkRow[] => {
        const verdict = verdicts.get(park.id);
        return verdict ? [{ ...park, areaMu: muOf(areaSquareMetres), ...verdict }] : [];
      });
    },
    () => asOfDay(parts),
  );
  return {
    rows,
    tags: async () => ({
      names: ['title', 'contiguity'],
      byId: new Map((await rows()).map(({ id, title, contiguity }) => [Number(id), [title, contiguity]])),
    }),
  };
}
