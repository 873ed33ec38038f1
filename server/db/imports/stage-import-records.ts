import type { Queryable, Statement } from '../pool';
import { storable } from '../storable';
import { wholeFile } from './whole-file';

const leastAreaSquareMetres = 0.01;
/** What PostGIS found wrong (`reason`, `location`) as our reason and as the place that its message names, in degrees. */
const faultCode = `case when reason ilike '%self-intersection%' then 'self-crossing' else 'shape-invalid' end`;
const faultPlace = `to_char(st_x(location), 'FM990.000000') || ', ' || to_char(st_y(location), 'FM90.000000')`;

/** Takes away what an earlier try has staged. */
export async function clearStaged(db: Queryable, id: string): Promise<void> {
  await db.query({ text: 'delete from import_record where import = $1', values: [id] }, null, wholeFile);
}

/**
 * Stages a batch, given as storable JSON of staged records. PostGIS has the last word on each shape, here and in the check
 * of the parcel table alike: one that it calls invalid is held back with its reason and place. Area is judged last: an
 * outline that crosses itself may have none.
 */
export function stageQuery(id: string, rowsJson: string): Statement {
  return {
    text: `with judged as (
             select given.*, shape.geom, detail.valid, detail.reason, detail.location
             from jsonb_to_recordset($2::jsonb) as given(
               record int, number text, code text, args jsonb, "faultAt" jsonb, raw jsonb, original jsonb, fields jsonb, geometry jsonb)
             left join lateral (select st_setsrid(st_geomfromgeojson(given.geometry), 4490) as geom) shape
               on given.geometry is not null
             left join lateral st_isvaliddetail(shape.geom) detail on shape.geom is not null)
           insert into import_record (import, record, number, code, args, fault_at, raw, original, fields, geom)
           select $1, record, number,
             case when code is not null then code
                  when not valid then ${faultCode}
                  when (fields ->> 'area_square_metres')::float8 < $3 then 'no-area' end,
             case when code is not null or valid is not false then args
                  else jsonb_build_object('detail', reason, 'place', ${faultPlace}) end,
             case when code is null and not valid then array[st_x(location), st_y(location)]
                  when jsonb_typeof("faultAt") = 'array' then array[("faultAt" ->> 0)::float8, ("faultAt" ->> 1)::float8] end,
             raw,
             coalesce(original, case when code is null and (not valid or (fields ->> 'area_square_metres')::float8 < $3) then geometry || '{"crs": "4490"}' end),
             fields,
             case when code is null and valid and coalesce((fields ->> 'area_square_metres')::float8 >= $3, true) then geom end
           from judged`,
    values: [id, rowsJson, leastAreaSquareMetres],
  };
}

/** Records of a batch of outlines that PostGIS calls invalid, each with the fault that it will be held back for. */
export function findInvalid(db: Queryable, outlines: readonly { record: number; geometry: unknown }[]) {
  return db.query<{ record: number; code: string; args: { detail: string; place: string } }>({
    text: `select record, ${faultCode} as code, jsonb_build_object('detail', reason, 'place', ${faultPlace}) as args
           from jsonb_to_recordset($1::jsonb) as given(record int, geometry jsonb),
             lateral st_isvaliddetail(st_geomfromgeojson(geometry)) where not valid`,
    values: [storable(outlines)],
  });
}

/**
 * Has the planner look at what has been staged and at what it will stand beside: it knows nothing yet of a table that has
 * just been filled, and may choose plans whose cost grows with the square of the records. The embedded server does so by
 * no other means.
 */
export async function analyseStaged(db: Queryable): Promise<void> {
  await db.query({ text: 'analyze import_record, parcel' }, null, wholeFile);
}
