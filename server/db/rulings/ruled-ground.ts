import { z } from 'zod';
import { leftoverKind } from '../../../data/contract';
import type { Queryable } from '../pool';

const parkRow = z.object({ name: z.string() });
const plotRow = z.object({ number: z.string(), found: leftoverKind.nullable() });
const memberRow = z.object({ id: z.string(), number: z.string() });

/** Locks a park that is to be ruled on, so that two persons rule one after the other; its name, or null. */
export async function lockRuledPark(tx: Queryable, park: string): Promise<string | null> {
  const text = 'select name from park where id = $1::bigint for update';
  const [found] = await tx.query({ text, values: [park] }, parkRow);
  return found?.name ?? null;
}

/** A parcel by its number and what was found of it beside a park; null = no such parcel. */
export async function readRuledPlot(tx: Queryable, park: string, parcel: string) {
  const [found] = await tx.query(
    {
      text: `select p.number, (select f.kind from leftover_finding f where f.park = $1::bigint and f.parcel = p.id) as found
             from parcel p where p.id = $2::bigint`,
      values: [park, parcel],
    },
    plotRow,
  );
  return found ?? null;
}

/** Those of some parcels that are members of a park, by id. */
export async function listRuledMembers(tx: Queryable, park: string, parcels: readonly string[]) {
  return tx.query(
    {
      text: `select p.id::text as id, p.number from park_member m join parcel p on p.id = m.parcel
             where m.park = $1::bigint and m.parcel = any($2::bigint[])`,
      values: [park, parcels],
    },
    memberRow,
  );
}
