import type { FastifyInstance } from 'fastify';
import { readLeftoverCap } from '../../data/contract';
import type { AppParts } from '../app';
import { listStanding } from '../db/leftover/list-standing';
import type { Engine } from '../engine/engine';
import { refusal } from '../errors';
import { serve } from './serve';

/** GET /api/leftover/:park/cap. */
export function registerLeftoverCap(app: FastifyInstance, { db, rulesets }: AppParts, engine: Engine): void {
  serve(app, readLeftoverCap, async ({ params: { park } }) => {
    const ruleset = rulesets.current;
    const plots = await listStanding(db, park);
    const cap = await engine.ask('cap', { parks: [park] }, { ruleset, plots });
    if (!cap) throw refusal('not-found', { what: 'park', id: park });
    return { ...cap, ruleset: ruleset.id };
  });
}
