import { z } from 'zod';
import { muOf } from '../../core/fabric/area';
import { leftoverKinds } from '../parcels/parcel-row';
import type { Queryable, Statement } from '../pool';
import type { StoredOutcome } from './read-run';

const KINDS = `array['${leftoverKinds.join("', '")}']`;

/** Keeps all that is found in the scope of a search, for the next search to be compared with. */
function keepFoundQuery(id: string): Statement {
  return {
    text: `insert into run_finding (run, park, parcel, kind)
           select $1, f.park, f.parcel, f.kind from run_park m join leftover_finding f on f.park = m.park where m.run = $1`,
    values: [id],
  };
}

/**
 * Notes every plot that is a leftover plot before or after and is of another class now, against the last finished search
 * of the same scope. Whole pictures are compared, so that whatever looked or wrote in between makes no difference. A
 * plot that is merely too large is none; parcels and parks that are gone by now are passed over.
 */
function noteChangesQuery(id: string): Statement {
  return {
    text: `
      with last as (
        select o.id from run r join run o on o.scope = r.scope and o.phase = 'done'
         where r.id = $1 order by o.finished_at desc limit 1),
      was as (select park, parcel, kind from run_finding where run = (select id from last)),
      now as (select park, parcel, kind from run_finding where run = $1)
      insert into run_change (run, park, parcel, before, after)
      select $1, park, parcel, was.kind, now.kind from was full join now using (park, parcel)
       where was.kind is distinct from now.kind and (was.kind = any(${KINDS}) or now.kind = any(${KINDS}))
         and exists (select from park k where k.id = park) and exists (select from parcel p where p.id = parcel)`,
    values: [id],
  };
}

/** Drops the pictures that searches of the same scope left before. */
function dropOlderQuery(id: string): Statement {
  return {
    text: `delete from run_finding f using run r, run o
            where r.id = $1 and o.scope = r.scope and o.id <> r.id and f.run = o.id`,
    values: [id],
  };
}

const kindRow = z.object({ kind: z.enum(leftoverKinds), count: z.number(), areaSquareMetres: z.number() });

/** What was found by class; a plot beside two parks counts once, under the surest. */
function sumFoundQuery(id: string): Statement {
  return {
    text: `
      with plots as (
        select distinct on (parcel) parcel, kind from run_finding where run = $1 and kind = any(${KINDS})
         order by parcel, array_position(${KINDS}, kind))
      select kind, count(*)::int as count, sum(p.area_square_metres)::float8 as "areaSquareMetres"
        from plots join parcel p on p.id = plots.parcel group by kind order by array_position(${KINDS}, kind)`,
    values: [id],
  };
}

const changeRow = z.object({ appeared: z.number(), changed: z.number(), gone: z.number() });

/**
 * Ends a search whose parks have all been looked at: what was found, and what is otherwise than the time before.
 * `loadMs` went into it beside the time that its parks took.
 */
export async function finishRun(tx: Queryable, id: string, loadMs: number): Promise<void> {
  await tx.query(keepFoundQuery(id));
  await tx.query(noteChangesQuery(id));
  await tx.query(dropOlderQuery(id));
  const kinds = await tx.query(sumFoundQuery(id), kindRow);
  const [changes] = await tx.query(
    {
      text: `select count(*) filter (where before is null)::int as appeared, count(*) filter (where after is null)::int as gone,
                    count(*) filter (where before is not null and after is not null)::int as changed
             from run_change where run = $1`,
      values: [id],
    },
    changeRow,
  );
  const outcome: Omit<StoredOutcome, 'milliseconds'> = {
    byKind: kinds.map(({ kind, count, areaSquareMetres }) => ({ kind, count, areaMu: muOf(areaSquareMetres) })),
    ...(changes ?? { appeared: 0, changed: 0, gone: 0 }),
  };
  await tx.query({
    text: `update run set phase = 'done', finished_at = now(), claim = null, heartbeat_at = null,
                          outcome = $2::jsonb || jsonb_build_object('milliseconds', worked_ms + $3)
           where id = $1`,
    values: [id, JSON.stringify(outcome), loadMs],
  });
}
