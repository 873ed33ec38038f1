import type { FastifyInstance } from 'fastify';
import { listUnits, readUnit } from '../../data/contract';
import { sayTerm } from '../../data/words/plan-terms';
import type { AppParts } from '../app';
import { cachedByVersion } from '../cached';
import { listPlan } from '../db/units/list-plan';
import { listUnits as readUnits } from '../db/units/list-units';
import { readUnit as readUnitCard } from '../db/units/read-unit';
import { refusal } from '../errors';
import type { ParkBook } from '../parks/park-book';
import { tellCarrier, tellPlan } from '../units/tell-plan';
import { serve } from './serve';

/** GET /api/units and /api/units/:id. */
export function registerUnits(app: FastifyInstance, { db, rulesets }: AppParts, parks: ParkBook): void {
  const units = cachedByVersion(db, ['zones', 'parcels', 'parks', 'leftover'], async () => ({
    units: await readUnits(db),
    ...(await listPlan(db)),
  }));
  serve(app, listUnits, async ({ lang }) => tellPlan(await units(), lang));
  serve(app, readUnit, async ({ params: { id }, lang }) => {
    const found = await readUnitCard(db, id);
    if (!found) throw refusal('not-found', { what: 'unit', id });
    const { carriers } = await units();
    const rows = await parks.rows();
    // Which group handles an application follows from the unit, so the unit's card cites the rule on groups.
    const { clause } = rulesets.current.rules.supply.groups;
    return {
      ...found,
      leaders: found.leaders.map((name) => sayTerm(name, lang)),
      platforms: found.platforms.map((name) => sayTerm(name, lang)),
      carriers: carriers.filter((carrier) => carrier.unit === id).map((one) => tellCarrier(one, lang)),
      parks: rows
        .filter((park) => park.unit === id)
        .map(({ title, ...park }) => ({
          id: park.id,
          name: park.name,
          kind: park.kind,
          areaMu: park.areaMu,
          verdict: title,
        })),
      clause: {
        document: rulesets.current.documents[clause.document]?.[lang] ?? clause.document,
        article: clause.article,
      },
    };
  });
}
