import type { FastifyInstance } from 'fastify';
import { listParks, previewPark, readPark, readParkVerdict } from '../../data/contract';
import type { AppParts } from '../app';
import { muOf } from '../core/fabric/area';
import { listMemberRows, readPark as read } from '../db/parks/read-park';
import type { Engine } from '../engine/engine';
import { refusal } from '../errors';
import type { CaseOf } from '../parks/case-of';
import type { Judging } from '../parks/judge-park';
import type { ParkBook } from '../parks/park-book';
import { tellFirms } from '../parks/tell-firms';
import { tellVerdict } from '../parks/tell-verdict';
import type { NamedZone } from '../parks/zones';
import { asOfDay } from '../settings';
import { serve } from './serve';

interface Asked {
  asOf?: string | undefined;
  outputYear?: number | undefined;
  maxGapMetres?: number | undefined;
}

/** GET /api/parks, /api/parks/:id and its verdict, POST /api/parks/preview. */
export function registerParks(
  app: FastifyInstance,
  parts: AppParts,
  parks: ParkBook,
  zones: () => Promise<NamedZone[]>,
  engine: Engine,
): void {
  const { db, rulesets } = parts;
  const ruleset = rulesets.current;
  const judge = async (
    of: CaseOf,
    { asOf = asOfDay(parts), outputYear, maxGapMetres }: Asked,
    by: 'judge' | 'judgeToJoin' = 'judgeToJoin',
  ) => {
    const overrides = maxGapMetres === undefined ? undefined : { maxGapMetres };
    const asked = { ruleset, asOf, outputYear, overrides };
    const judged = await engine.ask(by, of, asked);
    return judged && { judged, judging: { ...asked, zones: await zones() } satisfies Judging };
  };

  serve(app, listParks, async ({ query: { unit, verdict, kind } }) => {
    const rows = await parks.rows();
    const asked = { unit, title: verdict, kind };
    const keys = ['unit', 'title', 'kind'] as const;
    return { rows: rows.filter((park) => keys.every((key) => asked[key] === undefined || asked[key] === park[key])) };
  });

  serve(app, readPark, async ({ params: { id }, query, lang }) => {
    const [park, found] = [await read(db, id), await judge({ parks: [id] }, query, 'judge')];
    if (!park || !found) throw refusal('not-found', { what: 'park', id });
    const { judged, judging } = found;
    const { finding } = judged;
    return {
      ...park,
      areaMu: muOf(park.areaSquareMetres),
      title: finding.verdict,
      contiguity: finding.contiguity.verdict,
      tests: finding.tests.map((test) => ({ id: test.id, verdict: test.verdict })),
      crossesUnit: finding.contiguity.crossesUnit,
      members: await listMemberRows(db, id),
      ...tellFirms(judged, judging.asOf, ruleset, lang),
      leftover: park.leftover.map(({ areaSquareMetres, ...plot }) => ({ ...plot, areaMu: muOf(areaSquareMetres) })),
      ruleset: { id: ruleset.id, title: ruleset.title },
    };
  });

  serve(app, readParkVerdict, async ({ params: { id }, query, lang }) => {
    const found = await judge({ parks: [id] }, query);
    if (!found) throw refusal('not-found', { what: 'park', id });
    return tellVerdict(found.judged, found.judging, lang);
  });

  serve(app, previewPark, async ({ body: { parcels, ...asked }, lang }) => {
    const ids = [...new Set(parcels)];
    const found = await judge({ parcels: ids }, asked);
    const known = new Set(found?.judged.members.map((member) => member.id));
    const unknown = ids.filter((id) => !known.has(id));
    if (!found || unknown.length > 0) throw refusal('parcels-unknown', { ids: unknown.slice(0, 20).join(', ') });
    return tellVerdict(found.judged, found.judging, lang);
  });
}
