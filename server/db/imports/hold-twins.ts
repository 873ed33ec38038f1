import type { Queryable } from '../pool';

/**
 * Holds back accepted records that share their number with another of the file. Exact repeats are held back but for the
 * first; where shapes differ (values, where there is no shape) nobody can tell which one holds, so all are held back.
 */
export async function holdTwins(tx: Queryable, id: string): Promise<void> {
  await tx.query(
    {
      text: `with shared as materialized (
               select number from import_record where import = $1 and code is null group by number having count(*) > 1),
             alike as materialized (
               select number, min(record) as first, count(*) as count,
                 count(distinct coalesce(md5(st_asbinary(geom)), md5(fields::text))) > 1 as differ,
                 array_to_string((array_agg(record order by record))[1:$2], ', ') || case when count(*) > $2 then ' …' else '' end as records
               from import_record join shared using (number) where import = $1 and code is null group by number)
             update import_record staged set
               code = case when differ then 'duplicate-number' else 'duplicate-record' end,
               args = case when differ then jsonb_build_object('count', alike.count, 'records', alike.records)
                           else jsonb_build_object('first', alike.first) end
             from alike
             where staged.import = $1 and staged.code is null and staged.number = alike.number
               and (differ or staged.record <> alike.first)`,
      values: [id, recordsNamed],
    },
    null,
    { deadlineMs: wholeFileMs },
  );
}
const recordsNamed = 6;
/** A statement over every record of a large file may take its time. */
const wholeFileMs = 10 * 60_000;
