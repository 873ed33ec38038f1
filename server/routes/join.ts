import type { FastifyInstance } from 'fastify';
import { joinParkPlots } from '../../data/contract';
import type { AppParts } from '../app';
import type { Engine } from '../engine/engine';
import { refusal } from '../errors';
import { asOfDay } from '../settings';
import { serve } from './serve';

/** POST /api/join. */
export function registerJoin(app: FastifyInstance, parts: AppParts, engine: Engine): void {
  serve(app, joinParkPlots, async ({ body: { of, maxGapMetres, ...asked } }) => {
    const subject = 'park' in of ? { parks: [of.park] } : { parcels: of.parcels };
    const overrides = maxGapMetres === undefined ? undefined : { maxGapMetres };
    const args = { ...asked, overrides, ruleset: parts.rulesets.current, asOf: asOfDay(parts) };
    const answer = await engine.ask('join', subject, args);
    if (answer) return answer;
    if ('park' in of) throw refusal('not-found', { what: 'park', id: of.park });
    throw refusal('parcels-unknown', { ids: of.parcels.slice(0, 20).join(', ') });
  });
}
