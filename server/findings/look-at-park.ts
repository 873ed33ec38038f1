import type { Ruleset } from '../../data/contract/ruleset';
import { noteLook } from '../db/leftover/park-look';
import { writeFindings } from '../db/leftover/write-findings';
import { listAssessedVersions, saveAssessment } from '../db/parks/save-assessment';
import type { Db, Tx } from '../db/pool';
import { readVersions, type Versions } from '../db/state/read-versions';
import type { Asking, Engine } from '../engine/engine';
import type { OpAnswer } from '../engine/ops';
import { bump } from '../operations/perform';

/** With what parks are looked at, by which rules, for which day and in whose name. */
export interface Looking {
  readonly db: Db;
  readonly engine: Engine;
  readonly ruleset: Ruleset;
  readonly asOf: string;
  readonly actor: string;
  readonly asking: Asking;
}
type Looked = OpAnswer<'refresh'>;

/** Whoever writes to these may change what is found beside a park. */
const CASE_LAYERS = ['parks', 'parcels', 'corridors', 'firms', 'rulings', 'zones'] as const;
/** Somebody who writes without a pause is not waited for: the write itself is followed by a look of its own. */
const MOST_LOOKS = 5;

/**
 * Looks at a park and keeps what was found: findings that differ are written, the verdict is appended where its inputs
 * are new. Ends when the inputs it was found by still hold, so that a slow look never overwrites the findings of a newer
 * one for good. `within` shares each writing transaction and may refuse it by throwing. Null = no such park, or empty.
 */
export async function lookAtPark(
  looking: Looking,
  park: string,
  within: (tx: Tx, found: Looked) => Promise<void> = async () => undefined,
): Promise<Looked | null> {
  const { db, engine, ruleset, asOf, asking } = looking;
  const of = { parks: [park] };
  for (let look = 1; ; look++) {
    const before = await readVersions(db);
    const found = await engine.ask('refresh', of, { ruleset, asOf }, asking);
    if (!found) return null;
    asking.signal?.throwIfAborted();
    await db.transaction(async (tx) => {
      await within(tx, found);
      await keep(tx, looking, park, found);
    });
    if (look === MOST_LOOKS || !haveMoved(before, await readVersions(db))) return found;
    const now = await engine.ask('version', of, { ruleset }, asking);
    if (now === null || now === found.inputVersion) return found;
  }
}

const haveMoved = (before: Versions, after: Versions): boolean =>
  CASE_LAYERS.some((layer) => before[layer] !== after[layer]);

/** A park that was removed meanwhile keeps nothing; two processes that look at the same park keep one verdict. */
async function keep(tx: Tx, { ruleset, asOf, actor }: Looking, park: string, found: Looked): Promise<void> {
  const { findings, inputVersion, input, title } = found;
  const [there] = await tx.query({ text: 'select from park where id = $1::bigint for update', values: [park] });
  if (!there) return;
  const differences = await writeFindings(tx, { park, findings, ruleset: ruleset.id, inputVersion });
  await noteLook(tx, park, inputVersion);
  if ((await listAssessedVersions(tx, [park])).get(park) !== inputVersion)
    await saveAssessment(tx, { park, asOf, ruleset: ruleset.id, inputVersion, input, answer: title, actor });
  if (differences > 0) await bump(tx, ['leftover']);
}
