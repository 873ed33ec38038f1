import type { WriteJob, Written } from '../../../../imports/kinds/kind';
import type { Tx } from '../../../pool';
import { BATCH, type Batch } from '../batch';
import { countWritten, keepRows } from '../kept-rows';
import { firmRows } from './firm-rows';

/** Writes the firms of a batch with their grades: what the file leaves empty stays as it was. */
export async function writeFirms(tx: Tx, job: WriteJob, batch: Batch): Promise<Written> {
  const bounds = [batch.first, batch.next];
  await keepRows(tx, job, firmRows, `t.uscc in (select number from (${BATCH}) s)`, bounds);
  await tx.query({ text: UPSERT, values: [job.import, ...bounds, job.source] });
  if (job.mode === 'replace') await tx.query({ text: DROP_GRADES, values: [job.import, ...bounds] });
  await tx.query({ text: GRADES, values: [job.import, ...bounds] });
  return countWritten(tx, job, firmRows, batch);
}

/**
 * The unit is the one named, else that of the parcel, else the one around the point. A firm that moves to another parcel
 * loses its old point, and one that moves to a point off its parcel loses the parcel: either would place it wrongly.
 */
const UPSERT = `
  with given as (
    select s.record, s.number as uscc, s.subject::bigint as subject, g.*,
           case when geometrytype(s.geom) = 'POINT' then s.geom
                when g.longitude is not null then st_setsrid(st_makepoint(g.longitude, g.latitude), 4490) end as point
    from (${BATCH}) s, lateral jsonb_to_record(s.fields) as g(name text, unit_id text, parcel_id bigint, segment text, link text,
      longitude float8, latitude float8)),
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
  delete from firm_grade g using firm f, (${BATCH}) s
  where f.uscc = s.number and g.firm = f.id and jsonb_array_length(s.fields -> 'grades') > 0`;

const GRADES = `
  insert into firm_grade (firm, grade, valid_from, valid_until, document)
  select f.id, g.grade, g."from", g.until, g.document
  from (${BATCH}) s join firm f on f.uscc = s.number,
       lateral jsonb_to_recordset(s.fields -> 'grades') as g(grade text, "from" date, until date, document text)
  on conflict (firm, grade, valid_from) do update
    set valid_until = coalesce(excluded.valid_until, firm_grade.valid_until),
        document = coalesce(excluded.document, firm_grade.document)`;
