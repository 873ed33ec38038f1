import type { Queryable } from '../../pool';
import { wholeFile } from '../whole-file';

/** Holds back staged records whose number is already on the map from elsewhere; sample parcels do not count. */
export async function holdTakenNumbers(tx: Queryable, id: string): Promise<void> {
  await tx.query(
    {
      text: `update import_record staged set code = 'number-taken', args = jsonb_build_object('file', coalesce(other.file_name, parcel.source))
             from parcel left join import other on other.id = parcel.import
             where staged.import = $1 and staged.code is null and staged.outcome is null and parcel.number = staged.number and not parcel.sample`,
      values: [id],
    },
    null,
    wholeFile,
  );
}

/** Holds back staged records whose number more than one parcel carries, so that nobody knows which to write over. */
export async function holdAmbiguousNumbers(tx: Queryable, id: string): Promise<void> {
  await tx.query(
    {
      text: `update import_record staged set code = 'number-ambiguous', args = jsonb_build_object('count', several.count)
             from (select number, count(*) as count from parcel where not sample group by number having count(*) > 1) several
             where staged.import = $1 and staged.code is null and staged.outcome is null and several.number = staged.number`,
      values: [id],
    },
    null,
    wholeFile,
  );
}
