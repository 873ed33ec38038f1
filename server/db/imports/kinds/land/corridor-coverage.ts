import type { WriteJob } from '../../../../imports/kinds/kind';
import type { Tx } from '../../../pool';
import { forgetKept, type KeptTable, putBack, removeBrought, removeMissingRows, withdrawRows } from '../kept-rows';
import { corridorRows } from './drawn-rows';
import { removeMissingDrawn } from './write-drawn';

const coverageRows: KeptTable = {
  target: 'corridor_coverage',
  id: 't.id::text',
  columns: ['id', 'source', 'geom', 'import', 'import_record'],
  geometries: ['geom'],
};

/**
 * Enters the ground on which a file is known to hold every corridor: the convex hull of what it holds, within the outlines
 * of the units it touches. The hull says no more than the file does: ground of a unit beyond it may never have been looked at.
 */
export async function coverCorridors(tx: Tx, job: WriteJob): Promise<void> {
  await tx.query({ text: 'delete from corridor_coverage where import = $1', values: [job.import] });
  await tx.query({
    text: `with hull as (
             select st_convexhull(st_collect(geom)) as geom from import_record where import = $1 and code is null),
           ground as (
             select st_multi(st_collectionextract(st_intersection(hull.geom, st_union(u.geom)), 3)) as geom
             from hull join unit u on u.kind <> 'context' and st_intersects(u.geom, hull.geom)
             where st_dimension(hull.geom) = 2 group by hull.geom)
           insert into corridor_coverage (source, geom, import) select $2, geom, $1 from ground where not st_isempty(geom)`,
    values: [job.import, job.source],
  });
}

/** Removes the corridors that the replaced import brought and this one lacks, and the ground for which that one stood. */
export async function removeMissingCorridors(tx: Tx, job: WriteJob): Promise<number> {
  await removeMissingRows(tx, job, coverageRows, { meant: 'false' });
  return removeMissingDrawn(tx, job, corridorRows);
}

/** Takes corridors back, and the ground on which they were known to be complete. */
export async function withdrawCorridors(tx: Tx, job: WriteJob): Promise<number> {
  const count = await withdrawRows(tx, job, corridorRows);
  await removeBrought(tx, job, coverageRows);
  await putBack(tx, job, coverageRows);
  await forgetKept(tx, job, coverageRows.target);
  return count;
}
