import { type DraftRuleset, draftRuleset } from '../../../data/contract';
import type { Queryable, Statement } from '../pool';

const columns = `d.id::text as id, d.name, d.base, d.changes, d.actor, d.reason,
  to_char(d.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at`;

/** All proposed rulesets, newest first. */
export function listDraftsQuery(): Statement {
  return { text: `select ${columns} from draft_ruleset d order by d.id desc` };
}

/** All proposed rulesets. */
export async function listDrafts(db: Queryable): Promise<DraftRuleset[]> {
  return db.query(listDraftsQuery(), draftRuleset);
}

/** One proposed ruleset by id. */
export function readDraftQuery(id: string): Statement {
  return { text: `select ${columns} from draft_ruleset d where d.id = $1::bigint`, values: [id] };
}

/** One proposed ruleset; null where there is none of that id. */
export async function readDraft(db: Queryable, id: string): Promise<DraftRuleset | null> {
  const [draft] = await db.query(readDraftQuery(id), draftRuleset);
  return draft ?? null;
}
