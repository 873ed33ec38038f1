import { z } from 'zod';
import type { Scope } from '../../runs/scope';
import type { Queryable } from '../pool';
import { RUN_UNDER_WAY } from './read-run';

const named = z.object({ name: z.string() });

/** What readers call a unit or a park; null when there is none of that id. */
export async function nameScope(tx: Queryable, { of, id }: Exclude<Scope, { of: 'city' }>): Promise<string | null> {
  const text =
    of === 'unit'
      ? "select name ->> 'zh' as name from unit where id = $1"
      : 'select name from park where id::text = $1';
  const [found] = await tx.query({ text, values: [id] }, named);
  return found?.name ?? null;
}

const inScope: Record<Scope['of'], string> = {
  city: '$5::text is null',
  unit: 'k.unit = $5',
  park: 'k.id::text = $5',
};
const ordered = z.object({ parks: z.number() });

/** Enters a search with the parks that its scope holds now, and answers how many; null where one is under way there. */
export async function insertRun(
  tx: Queryable,
  run: { id: string; scope: string; ruleset: string; actor: string },
  scope: Scope,
): Promise<number | null> {
  const [made] = await tx.query(
    {
      text: `with wanted as (select k.id from park k where ${inScope[scope.of]}),
                  made as (
                    insert into run (id, scope, ruleset, actor, parks_of)
                    select $1, $2, $3, $4, (select count(*) from wanted)
                    on conflict (scope) where ${RUN_UNDER_WAY} do nothing returning id, parks_of),
                  listed as (insert into run_park (run, park) select made.id, wanted.id from made, wanted)
             select parks_of as parks from made`,
      values: [run.id, run.scope, run.ruleset, run.actor, scope.of === 'city' ? null : scope.id],
    },
    ordered,
  );
  return made?.parks ?? null;
}

const locked = z.object({ scope: z.string(), phase: z.string() });

/** Locks a search for a verb; null when there is none of that id. */
export async function lockRun(tx: Queryable, id: string): Promise<z.output<typeof locked> | null> {
  const [found] = await tx.query(
    { text: 'select scope, phase from run where id = $1 for update', values: [id] },
    locked,
  );
  return found ?? null;
}

/** Stops a search: it is taken from whoever does it, and what was found stays. */
export async function stopRun(tx: Queryable, id: string): Promise<void> {
  await tx.query({
    text: `update run set phase = 'cancelled', finished_at = now(), claim = null, heartbeat_at = null where id = $1`,
    values: [id],
  });
}

/** Lets a stopped search go on where it was; false where another one is under way over its scope. */
export async function reopenRun(tx: Queryable, id: string): Promise<boolean> {
  const rows = await tx.query({
    text: `update run r set phase = 'waiting', finished_at = null, attempts = 0
           where r.id = $1 and not exists (select from run o where o.scope = r.scope and o.${RUN_UNDER_WAY})
           returning r.id`,
    values: [id],
  });
  return rows.length > 0;
}
