import { z } from 'zod';
import { type listEvents as endpoint, eventRow, type Handled } from '../../../data/contract';
import { conditions } from '../conditions';
import { withdrawnAtSql } from '../imports/read-withdrawal';
import type { Queryable, Statement } from '../pool';

type Asked = Handled<typeof endpoint>['query'];

const row = eventRow.extend({
  /** The import that was withdrawn with all its records, so that none of its mends can be taken back by itself. */
  blocked: z.object({ name: z.string(), at: z.coerce.date() }).nullable(),
});
/** An event as it is stored, with what stands against taking it back. */
export type StoredEvent = z.infer<typeof row>;

/** The history, newest first, of everything or of one subject. */
export function listEventsQuery(asked: Asked): Statement {
  const where = conditions();
  if (asked.kind) where.add('e.subject_kind = ?', asked.kind);
  if (asked.id) where.add('e.subject_id = ?', asked.id);
  if (asked.before) where.add('e.id < ?::bigint', asked.before);
  const limit = where.bind(asked.limit);
  return {
    text: `select e.id::text as id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
             e.actor, e.reason, e.verb, e.facts, e.undoes::text as undoes,
             jsonb_build_object('kind', e.subject_kind, 'id', e.subject_id, 'name', e.subject_name) as subject,
             (select later.id::text from event later where later.undoes = e.id) as "undoneBy",
             case when e.verb in ('mend-import', 'unmend-import') then
               (select jsonb_build_object('name', i.file_name, 'at', ${withdrawnAtSql('i.id')})
                  from import i where i.id = e.subject_id::uuid and i.undone
                   and not exists (select from event later where later.undoes = e.id)) end as blocked
           from event e ${where.clause} order by e.id desc limit ${limit}`,
    values: where.values,
  };
}

/** Events as the history lists them; the stored operation and its inverse stay on the server. */
export async function listEvents(db: Queryable, asked: Asked): Promise<StoredEvent[]> {
  return db.query(listEventsQuery(asked), row);
}
