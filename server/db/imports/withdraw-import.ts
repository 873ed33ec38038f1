import type { Queryable } from '../pool';
import { sourceOf } from './write-import-parcels';

/** Names of the parks that stand on parcels of an import. */
export async function parksOnImport(tx: Queryable, id: string): Promise<string[]> {
  const rows = await tx.query<{ name: string }>({
    text: `select distinct park.name from parcel
           join park_member on park_member.parcel = parcel.id join park on park.id = park_member.park
           where parcel.import = $1 order by park.name`,
    values: [id],
  });
  return rows.map((row) => row.name);
}

/** Names of the firms that are placed on parcels of an import. */
export async function firmsOnImport(tx: Queryable, id: string): Promise<string[]> {
  const rows = await tx.query<{ name: string }>({
    text: `select distinct firm.name from parcel join firm on firm.parcel = parcel.id where parcel.import = $1 order by firm.name`,
    values: [id],
  });
  return rows.map((row) => row.name);
}

/** Takes the parcels of an import off the map; its file, its records and its report stay. */
export async function removeImportParcels(tx: Queryable, id: string): Promise<number> {
  const [removed] = await tx.query<{ count: number }>({
    text: `with gone as (delete from parcel where import = $1 returning id) select count(*)::int as count from gone`,
    values: [id],
  });
  await tx.query({ text: 'delete from source where id = $1', values: [sourceOf(id)] });
  await tx.query({ text: 'update import set undone = true where id = $1', values: [id] });
  return removed?.count ?? 0;
}
