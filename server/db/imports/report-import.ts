import { z } from 'zod';
import type { ImportReport } from '../../../data/contract';
import type { Warning } from '../../formats/raw-file';
import type { Queryable } from '../pool';
import { storable } from '../storable';
import { wholeFile } from './whole-file';

const counts = z.object({
  received: z.number(),
  accepted: z.number(),
  mended: z.number(),
  byReason: z.array(z.object({ code: z.string(), count: z.number() })),
  declaredSquareMetres: z.number().nullable(),
  computedSquareMetres: z.number(),
  areaDisagrees: z.array(
    z.object({
      record: z.number(),
      number: z.string(),
      parcel: z.string().nullable(),
      declaredSquareMetres: z.number(),
      computedSquareMetres: z.number(),
      difference: z.number(),
    }),
  ),
  areaDisagreesCount: z.number(),
  bbox: z.array(z.number()).nullable(),
});
type Counts = z.infer<typeof counts>;
/** Two plots with common ground. */
export type StoredOverlap = ImportReport['overlaps'][number];
/** A report as it is stored: words as codes. */
export type StoredReport = Counts & {
  written: ImportReport['written'];
  overlaps: StoredOverlap[];
  overlapsCount: number;
  /** What the writing has to say beside what the reading said. */
  warnings?: Warning[];
};

const disagreementsNamed = 200;

/** Counts what became of the records; every one is either accepted or held back, so the counts add up. */
export async function makeReport(tx: Queryable, id: string, disagreesAboveShare: number): Promise<Counts> {
  const [report] = await tx.query(
    {
      text: `with mine as (
               select record, number, parcel, code, geom, mended,
                 (fields ->> 'declared_area_square_metres')::float8 as declared,
                 (fields ->> 'area_square_metres')::float8 as computed
               from import_record where import = $1),
             accepted as (select *, abs(computed - declared) / declared as difference from mine where code is null),
             apart as (select * from accepted where difference > $2),
             box as (select st_extent(geom) as b from accepted)
             select (select count(*)::int from mine) as received,
               (select count(*)::int from accepted) as accepted,
               (select count(*)::int from accepted where mended) as mended,
               (select coalesce(jsonb_agg(jsonb_build_object('code', code, 'count', n) order by n desc, code), '[]')
                  from (select code, count(*) as n from mine where code is not null group by code) counted) as "byReason",
               (select sum(declared) from accepted) as "declaredSquareMetres",
               (select coalesce(sum(computed), 0) from accepted) as "computedSquareMetres",
               (select coalesce(jsonb_agg(jsonb_build_object('record', record, 'number', number, 'parcel', parcel::text,
                   'declaredSquareMetres', declared, 'computedSquareMetres', computed, 'difference', difference) order by difference desc), '[]')
                  from (select * from apart order by difference desc limit $3) largest) as "areaDisagrees",
               (select count(*)::int from apart) as "areaDisagreesCount",
               (select case when b is not null then array[st_xmin(b), st_ymin(b), st_xmax(b), st_ymax(b)] end from box) as bbox`,
      values: [id, disagreesAboveShare, disagreementsNamed],
    },
    counts,
    wholeFile,
  );
  if (!report) throw new Error(`no report of import ${id}`);
  return report;
}

/** Ends a writing with its report. */
export async function finishWriting(tx: Queryable, id: string, report: StoredReport): Promise<void> {
  await tx.query({
    text: `update import set phase = 'done', undone = false, report = $2, error = null, progress = null, claim = null, heartbeat_at = null
           where id = $1`,
    values: [id, storable(report)],
  });
}
