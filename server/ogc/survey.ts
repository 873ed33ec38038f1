import { LRUCache } from 'lru-cache';
import type { RowsAsked } from '../db/ogc/asked-rows';
import { countItems } from '../db/ogc/count-items';
import { listSourcesOf } from '../db/ogc/list-sources-of';
import { measureExtent } from '../db/ogc/measure-extent';
import type { Db } from '../db/pool';
import { readVersions } from '../db/state/read-versions';
import { shownVersion } from '../tiles/shown-version';
import { etagOf } from './answer';
import type { Collection } from './collections/collection';
import type { Surveyed } from './documents/collection';

const KEPT_COUNTS = 2000;
const KEPT_SURVEYS = 20;

/** Figures over all features of a collection, worked out once for each version of the data. */
export interface Survey {
  /** A name that changes whenever an answer about the collection might. */
  version(collection: Collection): Promise<string>;
  /** How many features match; `matchedBy` is the same for the same question. */
  count(asked: RowsAsked, matchedBy: string, version: string): Promise<number>;
  of(collection: Collection): Promise<Surveyed>;
}

/** Opens the figures over a database: a count of a million parcels is made once, not for every page. */
export function openSurvey(db: Db, asOf: () => string): Survey {
  const counts = new LRUCache<string, Promise<number>>({ max: KEPT_COUNTS });
  const surveys = new LRUCache<string, Promise<Surveyed>>({ max: KEPT_SURVEYS });

  const version = async ({ id, layer, alsoFrom }: Collection): Promise<string> => {
    const versions = await readVersions(db);
    return [id, shownVersion(layer, versions, asOf()), ...alsoFrom.map((name) => versions[name])].join('.');
  };
  return {
    version,
    count: (asked, matchedBy, at) => once(counts, etagOf(at, matchedBy), () => countItems(db, asked)),
    of: async (collection) =>
      once(surveys, await version(collection), async () => {
        const extent = await measureExtent(db, collection);
        return { collection, extent, sources: await listSourcesOf(db, collection) };
      }),
  };
}

/** Works a value out once for those who ask at the same time too; a failure is not kept. */
function once<T>(kept: LRUCache<string, Promise<T>>, key: string, work: () => Promise<T>): Promise<T> {
  const found = kept.get(key);
  if (found) return found;
  const mine = work();
  kept.set(key, mine);
  mine.catch(() => kept.get(key) === mine && kept.delete(key));
  return mine;
}
