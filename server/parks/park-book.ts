import { LRUCache } from 'lru-cache';
import type { ParkRow } from '../../data/contract';
import type { AppParts } from '../app';
import { cachedByVersion } from '../cached';
import { muOf } from '../core/fabric/area';
import type { TitleFinding } from '../core/title';
import { listParks, type ParkFound } from '../db/parks/list-parks';
import { asOfDay } from '../settings';
import type { ExtraTags } from '../tiles/render';
import { judgePark } from './judge-park';
import { caseVersion, loadParkCases } from './park-case';
import type { NamedZone } from './zones';

/** All parks with their verdicts on the current day, kept until data they rest on changes, whoever changed it. */
export interface ParkBook {
  rows(): Promise<ParkRow[]>;
  /** What a park's tile shows of its verdicts, by park. */
  tags(): Promise<ExtraTags>;
}

type Verdicts = Pick<ParkRow, 'title' | 'contiguity' | 'tests'>;
const KEPT_VERDICTS = 2000;

/** Opens the book over a database; after a change only the parks whose inputs changed are judged anew. */
export function openParkBook(parts: AppParts, zones: () => Promise<NamedZone[]>): ParkBook {
  const { db, rulesets } = parts;
  const ruleset = rulesets.current;
  const known = new LRUCache<string, Verdicts>({ max: KEPT_VERDICTS });

  const judgeAll = async (parks: readonly ParkFound[]): Promise<Map<string, Verdicts>> => {
    const judging = { ruleset, asOf: asOfDay(parts), zones: await zones() };
    const verdicts = new Map<string, Verdicts>();
    for (const parkCase of await loadParkCases(db, { parks: parks.map(({ id }) => id) }, ruleset)) {
      const key = `${caseVersion(parkCase, ruleset)}/${judging.asOf}`;
      const verdict = known.get(key) ?? verdictsOf(judgePark(parkCase, judging));
      known.set(key, verdict);
      verdicts.set(parkCase.park, verdict);
      // Other requests are let in between two parks.
      await new Promise(setImmediate);
    }
    return verdicts;
  };

  const rows = cachedByVersion(
    db,
    ['parks', 'parcels', 'corridors', 'firms', 'rulings', 'zones'],
    async () => {
      const parks = await listParks(db);
      const verdicts = await judgeAll(parks);
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

function verdictsOf({ verdict, contiguity, tests }: TitleFinding): Verdicts {
  return {
    title: verdict,
    contiguity: contiguity.verdict,
    tests: tests.map((test) => ({ id: test.id, verdict: test.verdict })),
  };
}
