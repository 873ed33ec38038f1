import { z } from 'zod';
import type { Queryable, Statement } from '../pool';

const row = z.object({ park: z.string(), inputVersion: z.string() });

/** The inputs by which parks were last looked at, where what was found then is all still there. */
export function listLooksQuery(parks: readonly string[]): Statement {
  return {
    text: `select l.park::text as park, l.input_version as "inputVersion" from park_look l
            where l.park = any($1::bigint[])
              and l.findings = (select count(*) from leftover_finding f where f.park = l.park)`,
    values: [parks],
  };
}

/** By park, the name of the inputs whose findings are kept; a park that is to be looked at in any case is left out. */
export async function listLooks(db: Queryable, parks: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.query(listLooksQuery(parks), row);
  return new Map(rows.map(({ park, inputVersion }) => [park, inputVersion]));
}

/** Notes by which inputs the findings of a park were just written. */
export async function noteLook(tx: Queryable, park: string, inputVersion: string): Promise<void> {
  await tx.query({
    text: `insert into park_look (park, input_version, findings)
           select $1::bigint, $2, (select count(*) from leftover_finding where park = $1::bigint)
           on conflict (park) do update
             set input_version = excluded.input_version, findings = excluded.findings, at = now()`,
    values: [park, inputVersion],
  });
}
