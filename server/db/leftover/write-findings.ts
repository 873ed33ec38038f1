import { z } from 'zod';
import type { Queryable, Statement } from '../pool';
import type { StoredFinding } from './stored-finding';

/** What was found beside a park, by which rules and inputs. */
export interface FoundBeside {
  readonly park: string;
  readonly findings: readonly StoredFinding[];
  readonly ruleset: string;
  readonly inputVersion: string;
}

const row = z.object({ differences: z.number() });

/**
 * Makes the findings beside a park those that were found, writing only rows that differ; a parcel that was withdrawn
 * meanwhile is passed over. All parts see the table as it was before.
 */
export function writeFindingsQuery({ park, findings, ruleset, inputVersion }: FoundBeside): Statement {
  return {
    text: `
      with found as (
        select p.id as parcel, each.finding from jsonb_array_elements($2::jsonb) each(finding)
          join parcel p on p.id = (each.finding ->> 'plot')::bigint),
      kept as (select parcel, finding from leftover_finding where park = $1::bigint),
      gone as (
        delete from leftover_finding where park = $1::bigint and parcel not in (select parcel from found)),
      written as (
        insert into leftover_finding as f (park, parcel, kind, finding, ruleset, input_version)
        select $1::bigint, parcel, finding ->> 'kind', finding, $3, $4 from found
        on conflict (park, parcel) do update
          set kind = excluded.kind, finding = excluded.finding, ruleset = excluded.ruleset,
              input_version = excluded.input_version, at = now()
          where (f.finding, f.ruleset, f.input_version)
                is distinct from (excluded.finding, excluded.ruleset, excluded.input_version))
      select count(*)::int as differences from kept full join found using (parcel)
       where kept.finding is distinct from found.finding`,
    values: [park, JSON.stringify(findings), ruleset, inputVersion],
  };
}

/** Writes what was found beside a park and answers how many findings appeared, changed or went. */
export async function writeFindings(tx: Queryable, found: FoundBeside): Promise<number> {
  const [told] = await tx.query(writeFindingsQuery(found), row);
  return told?.differences ?? 0;
}
