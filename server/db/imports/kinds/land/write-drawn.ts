import type { WriteJob, Written } from '../../../../imports/kinds/kind';
import type { Tx } from '../../../pool';
import { ACCEPTED, BATCH, type Batch } from '../batch';
import { holdRepeated, releaseHeld } from '../hold';
import { countWritten, keepRows, removeMissingRows } from '../kept-rows';
import { type DrawnTable, meantBy } from './drawn-rows';

/** Holds back repeats within the file and, where only new ones are asked for, those that are there. */
export async function holdDrawn(tx: Tx, job: WriteJob, table: DrawnTable): Promise<void> {
  await releaseHeld(tx, job, ['key-taken', 'key-repeated', 'duplicate-record']);
  await holdRepeated(tx, job, `(s.fields ->> 'kind') || '/' || (s.fields ->> 'number')`);
  await holdSameShapes(tx, job);
  if (job.mode !== 'insert') return;
  // Materialized: a join on a computed id would look up every pair.
  await tx.query({
    text: `with meant as materialized (
             select s.record, ${meantBy(table)} as id from import_record s
             where s.import = $1 and s.code is null and s.outcome is null)
           update import_record s
           set code = 'key-taken', args = jsonb_build_object('file', coalesce(i.file_name, c.source))
           from meant join ${table.target} c on c.id = meant.id left join import i on i.id = c.import
           where s.import = $1 and s.record = meant.record and c.import is distinct from s.import`,
    values: [job.import],
  });
}

/** Of records without a number that are the same in kind and shape, the first is taken. */
async function holdSameShapes(tx: Tx, job: WriteJob): Promise<void> {
  await tx.query({
    text: `with drawn as materialized (
             select record, first_value(record) over (partition by fields ->> 'kind', geom order by record) as first
             from import_record where import = $1 and code is null and fields ->> 'number' is null)
           update import_record s set code = 'duplicate-record', args = jsonb_build_object('first', d.first)
           from drawn d where s.import = $1 and s.record = d.record and d.first < d.record and s.outcome is null`,
    values: [job.import],
  });
}

/** Writes the lines or areas of a batch over those they mean, or beside them; what the file leaves empty stays as it was. */
export async function writeDrawn(tx: Tx, job: WriteJob, table: DrawnTable, batch: Batch): Promise<Written> {
  const { target, attribute, shape } = table;
  const bounds = [batch.first, batch.next];
  const meant = `select s.*, ${shape} as drawn, ${meantBy(table)} as meant from (${BATCH}) s`;
  await keepRows(tx, job, table, `t.id in (select meant from (${meant}) m)`, bounds);
  await tx.query({
    text: `with m as materialized (${meant})
           insert into ${target} (id, kind, name, number, ${attribute.name}, geom, source, import, import_record)
           select coalesce(m.meant, m.subject::bigint, nextval(pg_get_serial_sequence('${target}', 'id'))), m.fields ->> 'kind',
             coalesce(m.fields ->> 'name', old.name), m.fields ->> 'number',
             coalesce((m.fields ->> '${attribute.name}')::${attribute.type}, old.${attribute.name}), m.drawn, $4, $1, m.record
           from m left join ${target} old on old.id = m.meant
           on conflict (id) do update set kind = excluded.kind, name = excluded.name, number = excluded.number,
             ${attribute.name} = excluded.${attribute.name}, geom = excluded.geom, source = excluded.source,
             import = excluded.import, import_record = excluded.import_record`,
    values: [job.import, ...bounds, job.source],
  });
  return countWritten(tx, job, table, batch);
}

/** Removes the lines or areas that the replaced import brought and this one does not mean. */
export function removeMissingDrawn(tx: Tx, job: WriteJob, table: DrawnTable): Promise<number> {
  return removeMissingRows(tx, job, table, { meant: `t.id in (select ${meantBy(table)} from (${ACCEPTED}) s)` });
}
