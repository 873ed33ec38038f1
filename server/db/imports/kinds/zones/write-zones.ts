import type { WriteJob, Written } from '../../../../imports/kinds/kind';
import type { Tx } from '../../../pool';
import { BATCH, type Batch } from '../batch';
import { countWritten, forgetKept, type KeptTable, keepRows, putBack } from '../kept-rows';
import { assignUnits, followParks, putUnitsBack } from './assign-units';

const zoneRows: KeptTable = {
  target: 'unit',
  id: 't.id',
  columns: ['geom', 'label_at', 'schematic', 'source', 'import', 'import_record'],
  geometries: ['geom', 'label_at'],
};

/** Writes unit outlines over those there are, and lets the parcels on the ground between old and new follow. */
export async function writeZones(tx: Tx, job: WriteJob, batch: Batch): Promise<Written> {
  const bounds = [batch.first, batch.next];
  await keepRows(tx, job, zoneRows, `t.id in (select s.fields ->> 'unit_id' from (${BATCH}) s)`, bounds);
  await tx.query({
    text: `update unit u set geom = st_multi(s.geom), label_at = st_pointonsurface(s.geom), schematic = false, source = $4,
             import = $1, import_record = s.record
           from (${BATCH}) s where u.id = s.fields ->> 'unit_id'`,
    values: [job.import, ...bounds, job.source],
  });
  await assignUnits(tx, job, '-infinity');
  await followParks(tx, job);
  return countWritten(tx, job, zoneRows, batch);
}

/** A unit is never without an outline, so one that the new file lacks stays as it is. */
export async function removeMissingZones(): Promise<number> {
  return 0;
}

/** Puts the former outlines back, and with them the units of the parcels and parks that had followed. */
export async function withdrawZones(tx: Tx, job: WriteJob): Promise<number> {
  const [written] = await tx.query<{ at: string }>({
    text: `select max(event.at)::text as at from event
           where subject_kind = 'import' and subject_id = $1::uuid::text and verb = 'commit-import'`,
    values: [job.import],
  });
  const count = await putBack(tx, job, zoneRows);
  await putUnitsBack(tx, job);
  // Parcels that came later know only the outlines that go.
  await assignUnits(tx, job, written?.at ?? 'infinity');
  for (const target of ['unit', 'parcel-unit', 'park-unit']) await forgetKept(tx, job, target);
  return count;
}
