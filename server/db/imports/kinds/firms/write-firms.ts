import type { WriteJob, Written } from '../../../../imports/kinds/kind';
import type { Tx } from '../../../pool';
import { ACCEPTED, BATCH, type Batch } from '../batch';
import { countWritten, keepRows } from '../kept-rows';
import { firmRows } from './firm-rows';

/** Writes the firms of a batch with their grades: what the file leaves empty stays as it was. */
export async function writeFirms(tx: Tx, job: WriteJob, batch: Batch): Promise<Written> {
  const bounds = [batch.first, batch.next];
  await keepRows(tx, job, firmRows, `t.uscc in (select fields ->> 'uscc' from (${BATCH}) s)`, bounds);
  await tx.query({ text: UPSERT, values: [job.import, ...bounds, job.source] });
  if (job.mode === 'replace') await tx.query({ text: DROP_GRADES, values: [job.import, ...bounds] });
  await tx.query({ text: GRADES, values: [job.import, ...bounds] });
  const written = await countWritten(tx, job, firmRows, batch);
  const followers = await tx.query<{ outcome: keyof Written }>({ text: FOLLOW, values: [job.import, ...bounds] });
  for (const { outcome } of followers) written[outcome] += 1;
  return written;
}

const first = (column: string): string =>
  `(array_agg(g.${column} order by s.record) filter (where g.${column} is not null))[1] as ${column}`;

/**
 * The unit is the one named, else that of the parcel, else the one around the point. A firm that moves to another parcel
 * loses its old point, and one that moves to a point off its parcel loses the parcel: either would place it wrongly.
 */
const UPSERT = `
  with given as (
    select min(s.record) as record, g.uscc, max(s.subject::bigint) as subject,
           ${['name', 'unit_id', 'parcel_id', 'segment', 'link', 'point'].map(first).join(', ')}
    from (${BATCH}) s, lateral (
      select r.*, case when geometrytype(s.geom) = 'POINT' then s.geom
                       when r.longitude is not null then st_setsrid(st_makepoint(r.longitude, r.latitude), 4490) end as point
      from jsonb_to_record(s.fields) as r(uscc text, name text, unit_id text, parcel_id bigint, segment text, link text,
        longitude float8, latitude float8)) g
    group by g.uscc),
  placed as (
    select given.record, given.uscc, coalesce(f.id, given.subject, nextval(pg_get_serial_sequence('firm', 'id'))) as id,
      coalesce(given.name, f.name) as name, coalesce(given.segment, f.segment) as segment, coalesce(given.link, f.link) as link,
      coalesce(given.unit_id, p.unit, around.id, f.unit) as unit,
      case when p.id is not null then p.id when given.point is null then f.parcel
           when exists (select from parcel o where o.id = f.parcel and st_intersects(o.geom, given.point)) then f.parcel end as parcel,
      case when given.point is not null then given.point when p.id is null or p.id is not distinct from f.parcel then f.geom end as geom
    from given
    left join firm f on f.uscc = given.uscc
    left join parcel p on p.id = given.parcel_id
    left join lateral (
      select u.id from unit u where given.point is not null and u.kind <> 'context' and st_intersects(u.geom, given.point)
      order by u.kind = 'management-zone' desc, u.position limit 1) around on true)
  insert into firm (id, uscc, name, unit, segment, link, parcel, geom, source, sample, import, import_record)
  select id, uscc, name, unit, segment, link, parcel, geom, $4, false, $1, record from placed
  on conflict (uscc) do update set name = excluded.name, unit = excluded.unit, segment = excluded.segment, link = excluded.link,
    parcel = excluded.parcel, geom = excluded.geom, source = excluded.source, sample = false,
    import = excluded.import, import_record = excluded.import_record`;

/** A file that takes another's place states all the grades of its firms, if it states any. */
const DROP_GRADES = `
  with stated as (
    select a.fields ->> 'uscc' as uscc, g.grade, g."from" from (${ACCEPTED}) a,
      lateral jsonb_to_recordset(a.fields -> 'grades') as g(grade text, "from" date))
  delete from firm_grade g using firm f
  where g.firm = f.id and f.uscc in (select s.fields ->> 'uscc' from (${BATCH}) s) and f.uscc in (select uscc from stated)
    and not exists (select from stated where stated.uscc = f.uscc and stated.grade = g.grade and stated."from" = g.valid_from)`;

const GRADES = `
  insert into firm_grade (firm, grade, valid_from, valid_until, document)
  select f.id, g.grade, g."from", max(g.until), max(g.document)
  from (${BATCH}) s join firm f on f.uscc = s.fields ->> 'uscc',
       lateral jsonb_to_recordset(s.fields -> 'grades') as g(grade text, "from" date, until date, document text)
  group by f.id, g.grade, g."from"
  on conflict (firm, grade, valid_from) do update
    set valid_until = coalesce(excluded.valid_until, firm_grade.valid_until),
        document = coalesce(excluded.document, firm_grade.document)`;

/** Records that speak of a firm which another record of the batch was written as. */
const FOLLOW = `
  update import_record s set outcome = led.outcome, subject = led.subject
  from (${BATCH}) f join import_record led
    on led.import = $1 and led.outcome is not null and led.fields ->> 'uscc' = f.fields ->> 'uscc'
  where s.import = $1 and s.record = f.record returning s.outcome`;
