import type { WriteJob } from '../../../../imports/kinds/kind';
import { holdParcels } from '../../../../operations/park-ground';
import type { Tx } from '../../../pool';
import { ACCEPTED } from '../batch';
import { forgetKept, putBack, removeBrought, removeMissingRows } from '../kept-rows';
import { firmRows } from './firm-rows';

/** The name of a firm (as `t`) on which yearly figures or rulings rest, whether these are in force or not. */
const stoodOn = `case when exists (select from firm_year y where y.firm = t.id)
  or exists (select from ruling r where r.subject_kind = 'firm' and r.subject_id in (t.id::text, t.uscc)) then t.name end`;

/** Removes the firms that the replaced import brought and this one lacks; refused where figures or rulings rest on one. */
export function removeMissingFirms(tx: Tx, job: WriteJob): Promise<number> {
  return removeMissingRows(tx, job, firmRows, {
    meant: `t.uscc in (select fields ->> 'uscc' from (${ACCEPTED}) s)`,
    holders: stoodOn,
  });
}

/** Takes firms and grades back; refused where figures or rulings rest on a firm that would go. */
export async function withdrawFirms(tx: Tx, job: WriteJob): Promise<number> {
  const parcels = await tx.query<{ parcel: string }>({
    text: `select distinct row ->> 'parcel' as parcel from import_previous
           where import = $1 and target = 'firm' and row ->> 'parcel' is not null`,
    values: [job.import],
  });
  await holdParcels(
    tx,
    parcels.map(({ parcel }) => parcel),
  );
  const count = (await removeBrought(tx, job, firmRows, stoodOn)) + (await putBack(tx, job, firmRows));
  await putGradesBack(tx, job);
  await forgetKept(tx, job, 'firm');
  return count;
}

async function putGradesBack(tx: Tx, job: WriteJob): Promise<void> {
  await tx.query({
    text: `delete from firm_grade g using import_previous p where p.import = $1 and p.target = 'firm' and p.id = g.firm::text`,
    values: [job.import],
  });
  await tx.query({
    text: `insert into firm_grade select g.* from import_previous p,
             lateral jsonb_populate_recordset(null::firm_grade, p.row -> 'grades') g
           where p.import = $1 and p.target = 'firm'`,
    values: [job.import],
  });
}
