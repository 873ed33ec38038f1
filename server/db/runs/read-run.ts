import { z } from 'zod';
import { type Handled, leftoverKind, type listRuns as listEndpoint, runPhase } from '../../../data/contract';
import { conditions } from '../conditions';
import type { Queryable, Statement } from '../pool';

const storedOutcome = z.object({
  byKind: z.array(z.object({ kind: leftoverKind, count: z.number(), areaMu: z.number() })),
  appeared: z.number(),
  changed: z.number(),
  gone: z.number(),
  milliseconds: z.number(),
});
const row = z.object({
  id: z.string(),
  scope: z.string(),
  ruleset: z.string(),
  actor: z.string(),
  at: z.date(),
  startedAt: z.date().nullable(),
  finishedAt: z.date().nullable(),
  phase: runPhase,
  parksDone: z.number(),
  parksOf: z.number(),
  plotsDone: z.number(),
  workedMs: z.number(),
  outcome: storedOutcome.nullable(),
  error: z.object({ code: z.string(), args: z.record(z.string(), z.union([z.string(), z.number()])) }).nullable(),
});
/** A search as it is stored: words as codes. */
export type RunRow = z.output<typeof row>;
export type StoredOutcome = z.output<typeof storedOutcome>;

const SELECT = `
  select r.id, r.scope, r.ruleset, r.actor, r.at, r.started_at as "startedAt", r.finished_at as "finishedAt", r.phase,
    r.parks_done as "parksDone", r.parks_of as "parksOf", r.plots_done as "plotsDone", r.worked_ms as "workedMs",
    r.outcome, r.error
  from run r`;
/** The condition of searches that have something to do; the partial index of one search per scope stands on it. */
export const RUN_UNDER_WAY = `phase in ('waiting', 'running')`;

/** One search; null when there is none of that id. */
export async function readRun(db: Queryable, id: string): Promise<RunRow | null> {
  const [found] = await db.query({ text: `${SELECT} where r.id = $1`, values: [id] }, row);
  return found ?? null;
}

/** The search under way over a scope, or null. */
export async function findRunUnderWay(db: Queryable, scope: string): Promise<RunRow | null> {
  const text = `${SELECT} where r.scope = $1 and r.${RUN_UNDER_WAY}`;
  const [found] = await db.query({ text, values: [scope] }, row);
  return found ?? null;
}

/** Searches, newest first. */
export function listRunsQuery({ scope, active, limit }: Handled<typeof listEndpoint>['query']): Statement {
  const where = conditions();
  if (scope) where.add('r.scope = ?', scope);
  if (active) where.add(active === 'true' ? `r.${RUN_UNDER_WAY}` : `not r.${RUN_UNDER_WAY}`);
  const most = where.bind(limit);
  return { text: `${SELECT} ${where.clause} order by r.at desc, r.id limit ${most}`, values: where.values };
}

/** Searches, newest first. */
export async function listRuns(db: Queryable, asked: Handled<typeof listEndpoint>['query']): Promise<RunRow[]> {
  return db.query(listRunsQuery(asked), row);
}

/** Searches under way, and those that ended a moment ago, so that whoever looks every second misses no ending. */
export async function listStirringRuns(db: Queryable): Promise<RunRow[]> {
  const text = `${SELECT} where r.${RUN_UNDER_WAY} or r.finished_at > now() - interval '10 seconds' order by r.at, r.id`;
  return db.query({ text }, row);
}
