import type { Queryable } from '../pool';
import { wholeFile } from './whole-file';

/**
 * Holds back accepted records that share their number with another of the file. Exact repeats are held back but for the
 * first; where shapes differ (values, where there is no shape) nobody can tell which one holds, so all are held back.
 */
export async function holdTwins(tx: Queryable, id: string): Promise<void> {
  await tx.query(
    {
      // Counted in one pass, so that the plan does not hang on statistics that a freshly staged table lacks.
      text: `with counted as materialized (
               select record, number, count(*) over (partition by number) as times
               from import_record where import = $1 and code is null),
             repeated as materialized (select record, number from counted where times > 1),
             alike as materialized (
               select repeated.number, min(record) as first, count(*) as count,
                 count(distinct coalesce(md5(st_asbinary(geom)), md5(fields::text))) > 1 as differ,
                 array_to_string((array_agg(record order by record))[1:$2], ', ') || case when count(*) > $2 then ' …' else '' end as records
               from repeated join import_record using (record) where import = $1 group by repeated.number)
             update import_record staged set
               code = case when differ then 'duplicate-number' else 'duplicate-record' end,
               args = case when differ then jsonb_build_object('count', alike.count, 'records', alike.records)
                           else jsonb_build_object('first', alike.first) end
             from repeated join alike using (number)
             where staged.import = $1 and staged.record = repeated.record and (differ or staged.record <> alike.first)`,
      values: [id, recordsNamed],
    },
    null,
    wholeFile,
  );
}
const recordsNamed = 6;
