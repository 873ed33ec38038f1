import { z } from 'zod';
import type { Queryable, Statement } from '../pool';

/** A verdict to keep: replayable from its ruleset and inputs. */
export interface Assessment {
  park: string;
  asOf: string;
  ruleset: string;
  inputVersion: string;
  input: unknown;
  answer: unknown;
  actor: string;
}

/** Appends one verdict on a park; earlier ones stay. */
export function saveAssessmentQuery(assessment: Assessment): Statement {
  const { park, asOf, ruleset, inputVersion, input, answer, actor } = assessment;
  return {
    text: `insert into assessment (subject_kind, subject_id, as_of, ruleset, input_version, input, answer, actor)
           values ('park', $1, $2, $3, $4, $5, $6, $7)`,
    values: [park, asOf, ruleset, inputVersion, JSON.stringify(input), JSON.stringify(answer), actor],
  };
}

const version = z.object({ park: z.string(), inputVersion: z.string() });

/** The inputs of the newest verdict kept on each of some parks. */
export function listAssessedVersionsQuery(parks: readonly string[]): Statement {
  return {
    text: `select distinct on (subject_id) subject_id as park, input_version as "inputVersion"
           from assessment where subject_kind = 'park' and subject_id = any($1) order by subject_id, at desc, id desc`,
    values: [parks],
  };
}

/** By park, the name of the inputs that its newest kept verdict was computed from. */
export async function listAssessedVersions(db: Queryable, parks: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.query(listAssessedVersionsQuery(parks), version);
  return new Map(rows.map(({ park, inputVersion }) => [park, inputVersion]));
}

/** Appends one verdict on a park. */
export async function saveAssessment(db: Queryable, assessment: Assessment): Promise<void> {
  await db.query(saveAssessmentQuery(assessment));
}
