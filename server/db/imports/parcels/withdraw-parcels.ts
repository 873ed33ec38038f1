import type { Queryable } from '../../pool';
import { wholeFile } from '../whole-file';
import { keptColumns, keptRow } from './write-parcels';

/** Records of an import to which a statement keeps; null for all. */
type Only = readonly number[] | null;

/** Parcels that would go: what an import brought anew, or what a replaced one brought and its replacement lacks. */
const BROUGHT = `
  select id from parcel where import = $1 and ($2::int[] is null or import_record = any($2)) and not exists (
    select from import_previous kept where kept.import = $1 and kept.target = 'parcel' and kept.id = parcel.id::text and not kept.removed)`;
const MISSING = `
  select id from parcel where import = $2 and not exists (
    select from import_record staged where staged.import = $1 and staged.number = parcel.number)`;

/** Has the planner look at parcels before many are taken away: where it last saw few, it compares each with each. */
export async function analyseParcels(tx: Queryable): Promise<void> {
  await tx.query({ text: 'analyze parcel, import_previous' }, null, wholeFile);
}

/** Names of the parks and firms that stand on parcels which withdrawing an import, or some of its records, would remove. */
export function holdersOfBrought(tx: Queryable, id: string, only: Only = null): Promise<string[]> {
  return holdersOf(tx, BROUGHT, [id, only]);
}

/** Names of the parks and firms that stand on parcels which a replacement would remove. */
export function holdersOfMissing(tx: Queryable, id: string, replaced: string): Promise<string[]> {
  return holdersOf(tx, MISSING, [id, replaced]);
}

async function holdersOf(tx: Queryable, going: string, values: unknown[]): Promise<string[]> {
  const rows = await tx.query<{ name: string }>(
    {
      text: `with going as materialized (${going})
             select distinct name from (
               select park.name from going join park_member on park_member.parcel = going.id join park on park.id = park_member.park
               union all select firm.name from going join firm on firm.parcel = going.id) holders order by name`,
      values,
    },
    null,
    wholeFile,
  );
  return rows.map(({ name }) => name);
}

/** Removes what a replaced import brought and this one lacks, keeping each row. */
export async function removeMissingParcels(tx: Queryable, id: string, replaced: string): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    {
      text: `with going as materialized (${MISSING}),
             kept as (
               insert into import_previous (import, target, id, removed, row, geom)
               select $1, 'parcel', parcel.id::text, true, ${keptRow('parcel')}, parcel.geom from parcel join going using (id)),
             gone as (delete from parcel where id in (select id from going) returning id)
             select count(*)::int as count from gone`,
      values: [id, replaced],
    },
    null,
    wholeFile,
  );
  return row?.count ?? 0;
}

/** Numbers of removed parcels that others have come to carry since. */
export async function numbersTakenSince(tx: Queryable, id: string): Promise<string[]> {
  const rows = await tx.query<{ number: string }>(
    {
      text: `select parcel.number from import_previous kept join parcel on parcel.number = kept.row ->> 'number' and not parcel.sample
             where kept.import = $1 and kept.target = 'parcel' and kept.removed and parcel.import is distinct from $1 limit 1`,
      values: [id],
    },
    null,
    wholeFile,
  );
  return rows.map(({ number }) => number);
}

/** Takes away what an import, or some of its records, brought; answers how many parcels went. */
export async function removeBrought(tx: Queryable, id: string, only: Only = null): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    {
      text: `with gone as (delete from parcel where id in (${BROUGHT}) returning id) select count(*)::int as count from gone`,
      values: [id, only],
    },
    null,
    wholeFile,
  );
  return row?.count ?? 0;
}

/** What is kept of the parcels that some records wrote over; what a replacement removed belongs to none of them. */
const KEPT = `kept.import = $1 and kept.target = 'parcel' and ($2::int[] is null or not kept.removed and kept.id in (
  select parcel::text from import_record where import = $1 and record = any($2)))`;

/** Puts back what an import, or some of its records, wrote over or removed, and forgets that it was kept. */
export async function putBack(tx: Queryable, id: string, only: Only = null): Promise<void> {
  const changed = keptColumns.filter((column) => column !== 'id');
  await tx.query(
    {
      text: `update parcel set ${changed.map((column) => `${column} = old.${column}`).join(', ')}, geom = kept.geom
             from import_previous kept, lateral jsonb_populate_record(null::parcel, kept.row) old
             where ${KEPT} and not kept.removed and parcel.id = kept.id::bigint`,
      values: [id, only],
    },
    null,
    wholeFile,
  );
  await tx.query(
    {
      text: `insert into parcel (${keptColumns.join(', ')}, geom)
             select ${keptColumns.map((column) => `old.${column}`).join(', ')}, kept.geom
             from import_previous kept, lateral jsonb_populate_record(null::parcel, kept.row) old
             where ${KEPT} and kept.removed`,
      values: [id, only],
    },
    null,
    wholeFile,
  );
  await tx.query({ text: `delete from import_previous kept where ${KEPT}`, values: [id, only] }, null, wholeFile);
}
