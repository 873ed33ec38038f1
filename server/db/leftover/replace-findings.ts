import type { Statement, Tx } from '../pool';
import type { StoredFinding } from './stored-finding';

/** Writes what was found beside a park, with the ruleset and the inputs it was found by. */
export function insertFindingsQuery(
  park: string,
  findings: readonly StoredFinding[],
  ruleset: string,
  inputVersion: string,
): Statement {
  return {
    text: `insert into leftover_finding (park, parcel, kind, finding, ruleset, input_version)
           select $1::bigint, (finding ->> 'plot')::bigint, finding ->> 'kind', finding, $3, $4
           from jsonb_array_elements($2::jsonb) finding`,
    values: [park, JSON.stringify(findings), ruleset, inputVersion],
  };
}

/** Replaces the findings of one park. */
export async function replaceFindings(
  tx: Tx,
  park: string,
  findings: readonly StoredFinding[],
  ruleset: string,
  inputVersion: string,
): Promise<void> {
  await tx.query({ text: 'delete from leftover_finding where park = $1::bigint', values: [park] });
  if (findings.length > 0) await tx.query(insertFindingsQuery(park, findings, ruleset, inputVersion));
}
