import { z } from 'zod';
import { endpoint } from './endpoint';
import { parcelRow } from './parcels';
import { plotRuling } from './rulings';
import { leftoverKind } from './vocabulary';

/** Where a search for leftover plots looks: the whole city, the parks of one unit, or one park. */
export const runScope = z.string().regex(/^(city|unit\/[\w-]+|park\/\d+)$/);
export const runPhase = z.enum(['waiting', 'running', 'done', 'cancelled', 'failed']);

/** One search for leftover plots over a scope: a job in the database that outlives the page and the process. */
export const run = z.object({
  id: z.uuid(),
  scope: runScope,
  ruleset: z.string(),
  actor: z.string(),
  at: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
  phase: runPhase,
  progress: z.object({
    parksDone: z.number(),
    parksOf: z.number(),
    plotsDone: z.number(),
    /** Plots looked at per second, and the seconds still to go by that rate; null before the rate is known. */
    plotsPerSecond: z.number().nullable(),
    secondsLeft: z.number().nullable(),
  }),
  /** What was found; null until the run is done. */
  outcome: z
    .object({
      /** As found, before any ruling; a plot beside two parks counts once, under its surest class, as in the list. */
      byKind: z.array(z.object({ kind: leftoverKind, count: z.number(), areaMu: z.number() })),
      /** Against the last finished run of the same scope (all, where there was none); a plot beside two parks counts beside each. */
      appeared: z.number(),
      changed: z.number(),
      gone: z.number(),
      milliseconds: z.number(),
    })
    .nullable(),
  /** In the reader's language: what went wrong and what to do. */
  error: z.string().nullable(),
});
/**
 * A leftover plot beside a park whose finding differs from that of the run before; null = there was, or is, none. One
 * that grew too large has `after: too-large`; parcels and parks that are off the map by now are left out.
 */
export const runChange = z.object({
  parcel: parcelRow,
  park: z.object({ id: z.string(), name: z.string() }),
  before: leftoverKind.nullable(),
  after: leftoverKind.nullable(),
  ruling: plotRuling.nullable(),
});
const id = z.object({ id: z.uuid() });

export const startRun = endpoint({
  method: 'POST',
  path: '/api/runs',
  tag: 'runs',
  signed: true,
  summary: 'Starts a search for leftover plots over a scope; the one already under way there is answered instead',
  body: z.object({ scope: runScope, reason: z.string().trim().max(500).optional() }),
  response: run,
});
export const listRuns = endpoint({
  method: 'GET',
  path: '/api/runs',
  tag: 'runs',
  summary: 'Searches for leftover plots, newest first',
  query: z.object({
    scope: runScope.optional(),
    active: z.enum(['true', 'false']).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
  }),
  response: z.object({ rows: z.array(run) }),
});
export const readRun = endpoint({
  method: 'GET',
  path: '/api/runs/:id',
  tag: 'runs',
  summary: 'One search with its progress and outcome',
  params: id,
  response: run,
});
export const cancelRun = endpoint({
  method: 'POST',
  path: '/api/runs/:id/cancel',
  tag: 'runs',
  signed: true,
  summary: 'Stops a search; what it found so far is kept',
  params: id,
  body: z.object({}),
  response: run,
});
export const listRunChanges = endpoint({
  method: 'GET',
  path: '/api/runs/:id/changes',
  tag: 'runs',
  summary: 'What a search found otherwise than the one before',
  params: id,
  query: z.object({
    limit: z.coerce.number().int().min(1).max(500).default(200),
    offset: z.coerce.number().int().min(0).default(0),
  }),
  response: z.object({ total: z.number(), rows: z.array(runChange) }),
});
/** Server-sent events: `event: run`, `data:` a run as above, for every step of every run under way; `?lang=` where no header can be set. */
export const RUN_EVENTS_PATH = '/api/runs/events';
export type Run = z.infer<typeof run>;
export type RunPhase = z.infer<typeof runPhase>;
export type RunChange = z.infer<typeof runChange>;
