import { z } from 'zod';
import type { StagedRecord } from '../../imports/stage-records';
import type { Tx } from '../pool';
import { storable } from '../storable';
import { stageQuery } from './stage-import-records';

const held = z.object({
  record: z.number(),
  number: z.string().nullable(),
  code: z.string(),
  args: z.record(z.string(), z.union([z.string(), z.number()])),
  raw: z.record(z.string(), z.unknown()),
  original: z.unknown(),
  /** In degrees of CGCS2000, where the shape was sound and something else held the record back. */
  sound: z.unknown(),
});
/** A record held back, as it can be read again. */
export type RecordToMend = z.infer<typeof held>;

/** Locks records that are held back and answers them, in the order of the file; one that is not held is left out. */
export async function lockHeld(tx: Tx, id: string, records: readonly number[]): Promise<RecordToMend[]> {
  return tx.query(
    {
      text: `select record, number, code, args, raw, original, st_asgeojson(geom, $3)::jsonb as sound from import_record
             where import = $1 and record = any($2) and code is not null order by record for update`,
      values: [id, records, exactDigits],
    },
    held,
  );
}
/** Enough for a double to come back as it was. */
const exactDigits = 17;

/** What tells the state of a staged record (as `s`), beside its geometry. */
const STATE = `jsonb_build_object('number', s.number, 'code', s.code, 'args', s.args, 'fault_at', s.fault_at, 'fields', s.fields,
  'mended', s.mended, 'parcel', s.parcel, 'subject', s.subject)`;

/** Puts records in the place of those held back; what stood there is kept under the mend. Judged as every staged record is. */
export async function stageMended(tx: Tx, mend: string, id: string, rows: readonly StagedRecord[]): Promise<void> {
  const records = rows.map(({ record }) => record);
  await tx.query({
    text: `insert into import_mend (mend, import, record, row, geom)
           select $1, s.import, s.record, ${STATE}, s.geom from import_record s where s.import = $2 and s.record = any($3)`,
    values: [mend, id, records],
  });
  await tx.query({
    text: 'delete from import_record where import = $1 and record = any($2)',
    values: [id, records],
  });
  await tx.query(stageQuery(id, storable(rows)));
  await tx.query({
    text: `update import_record s set mended = true, parcel = (m.row ->> 'parcel')::bigint, subject = m.row ->> 'subject'
           from import_mend m where m.mend = $1 and s.import = m.import and s.record = m.record`,
    values: [mend],
  });
}

/** Swaps the staged state of the records of a mend with the one that is kept; the ids of what they brought stay with them. */
export async function swapMended(tx: Tx, mend: string, records: readonly number[]): Promise<void> {
  await tx.query({
    text: `with was as (select * from import_mend where mend = $1 and record = any($2)),
           kept as (
             update import_mend m set row = ${STATE}, geom = s.geom from import_record s
             where m.mend = $1 and m.record = any($2) and s.import = m.import and s.record = m.record)
           update import_record s set number = r.number, code = r.code, args = r.args, fault_at = r.fault_at, fields = r.fields,
             mended = r.mended, geom = was.geom, outcome = null
           from was, lateral jsonb_to_record(was.row) as r(
             number text, code text, args jsonb, fault_at float8[], fields jsonb, mended boolean)
           where s.import = was.import and s.record = was.record`,
    values: [mend, records],
  });
}

/** Forgets what was kept of records that could not be mended. */
export async function forgetMend(tx: Tx, mend: string, records: readonly number[]): Promise<void> {
  await tx.query({
    text: 'delete from import_mend where mend = $1 and record = any($2)',
    values: [mend, records],
  });
}

/**
 * Holds back mended records that share their number with another accepted one; what is written stays, and of several mended
 * at once none is taken.
 */
export async function holdMendedTwins(tx: Tx, id: string, records: readonly number[]): Promise<void> {
  await tx.query({
    text: `with told as (
             select s.record, array_agg(o.record order by o.record) as others
             from import_record s join import_record o
               on o.import = s.import and o.number = s.number and o.record <> s.record and o.code is null
             where s.import = $1 and s.record = any($2) and s.code is null and s.outcome is null group by s.record)
           update import_record s set code = 'duplicate-number',
             args = jsonb_build_object('count', cardinality(others) + 1,
               'records', array_to_string((others || s.record)[1:$3], ', ') || case when cardinality(others) >= $3 then ' …' else '' end)
           from told where s.import = $1 and s.record = told.record`,
    values: [id, records, recordsNamed],
  });
}
const recordsNamed = 6;

const state = z.object({
  record: z.number(),
  number: z.string().nullable(),
  code: z.string().nullable(),
  args: z.record(z.string(), z.union([z.string(), z.number()])),
  mended: z.boolean(),
});
/** Where a record stands: accepted where `code` is null. */
export type RecordState = z.infer<typeof state>;

/** Where records stand, in the order of the file. */
export async function readStates(tx: Tx, id: string, records: readonly number[]): Promise<RecordState[]> {
  return tx.query(
    {
      text: `select record, number, code, args, mended from import_record
             where import = $1 and record = any($2) order by record`,
      values: [id, records],
    },
    state,
  );
}

/** Records that a mend took in. */
export async function recordsOfMend(tx: Tx, mend: string, id: string): Promise<number[]> {
  const rows = await tx.query<{ record: number }>({
    text: 'select record from import_mend where mend = $1 and import = $2 order by record',
    values: [mend, id],
  });
  return rows.map(({ record }) => record);
}

const shape = z.object({ record: z.number(), geometry: z.unknown() });

/** Makes outlines in degrees valid; only what has an area is left of them. */
export async function makeValid(
  tx: Tx,
  outlines: readonly { record: number; geometry: unknown }[],
): Promise<z.infer<typeof shape>[]> {
  return tx.query(
    {
      text: `select record, st_asgeojson(st_multi(st_collectionextract(
               st_makevalid(st_setsrid(st_geomfromgeojson(geometry), 4490), 'method=structure keepcollapsed=false'), 3)), $2)::jsonb as geometry
             from jsonb_to_recordset($1::jsonb) as given(record int, geometry jsonb) where geometry is not null`,
      values: [JSON.stringify(outlines), exactDigits],
    },
    shape,
  );
}
