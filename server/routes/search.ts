import type { FastifyInstance } from 'fastify';
import { type Answer, search } from '../../data/contract';
import type { AppParts } from '../app';
import { findNames, searchedKinds } from '../db/search/find-names';
import { readCoordinates } from '../search/read-coordinates';
import { cityOf } from '../settings';
import { serve } from './serve';

/** GET /api/search. */
export function registerSearch(app: FastifyInstance, parts: AppParts): void {
  serve(app, search, async ({ query: { q, limit }, lang }) => {
    const words = q.normalize('NFKC');
    const groups: Answer<typeof search>['groups'] = [];
    const places = readCoordinates(words, cityOf(parts));
    if (places.length)
      groups.push({
        kind: 'coordinate',
        total: places.length,
        hits: places.map(({ lon, lat, crs }) => ({
          kind: 'coordinate',
          id: `${lon.toFixed(7)},${lat.toFixed(7)}`,
          title: `${lon.toFixed(6)}, ${lat.toFixed(6)}`,
          subtitle: crs[lang],
          at: { type: 'Point', coordinates: [lon, lat] },
          bbox: null,
        })),
      });
    for (const kind of searchedKinds) {
      const found = await findNames(parts.db, kind, words, lang, limit);
      const [first] = found;
      if (first) groups.push({ kind, total: first.total, hits: found.map(({ total, ...hit }) => ({ kind, ...hit })) });
    }
    return { groups: namedFirst(groups, words) };
  });
}

/** Groups that hold a record named exactly so lead: who types a segment's whole name means it, not a park of that theme. */
function namedFirst(groups: Answer<typeof search>['groups'], words: string): Answer<typeof search>['groups'] {
  const name = words.trim().toLowerCase();
  const isNamed = ({ hits }: (typeof groups)[number]): boolean =>
    hits.some((hit) => hit.title.normalize('NFKC').toLowerCase() === name);
  return [...groups.filter(isNamed), ...groups.filter((group) => !isNamed(group))];
}
