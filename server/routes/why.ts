import type { FastifyInstance } from 'fastify';
import { explainLeftover } from '../../data/contract';
import type { AppParts } from '../app';
import type { Engine } from '../engine/engine';
import { refusal } from '../errors';
import { toldFinding } from '../findings/told-finding';
import { serve } from './serve';

/** GET /api/leftover/:park/:parcel/why. */
export function registerWhy(app: FastifyInstance, { rulesets }: AppParts, engine: Engine): void {
  serve(app, explainLeftover, async ({ params: { park, parcel }, lang }) => {
    const told = await engine.ask('why', { parks: [park] }, { parcel, ruleset: rulesets.current });
    if (!told) throw refusal('plot-not-beside', { park, parcel });
    return { ...told, finding: toldFinding(told.finding, lang) };
  });
}
