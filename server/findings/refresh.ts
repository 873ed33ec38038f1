import { today } from '../clock';
import { listLooks } from '../db/leftover/park-look';
import { listParkIds } from '../db/parks/list-park-ids';
import type { Db } from '../db/pool';
import { keepRuleset } from '../db/state/keep-ruleset';
import type { Engine } from '../engine/engine';
import { inLanes } from '../jobs/in-lanes';
import type { Rulesets } from '../rules';
import { lookAtPark } from './look-at-park';

interface RefreshPlace {
  readonly db: Db;
  readonly rulesets: Rulesets;
  readonly engine: Engine;
}
interface RefreshOptions {
  /** Parks to look at; all of them when left out. */
  readonly parks?: readonly string[];
  /** The day of the verdicts that are kept; today when left out. */
  readonly asOf?: string;
  /** Gives way to what a person waits for. */
  readonly patient?: boolean;
  /** Takes up no more parks once it fires. */
  readonly signal?: AbortSignal;
}

const PARKS_AT_ONCE = 4;
/** The actor of verdicts that nobody asked for by name. */
const MACHINE = 'yuantu';

/**
 * Brings the stored findings of parks up to date: looks again at every park whose inputs are not those of its last look,
 * and at no other. Answers the parks looked at anew.
 */
export async function refreshFindings(place: RefreshPlace, options: RefreshOptions = {}): Promise<string[]> {
  const { db, engine } = place;
  const ruleset = place.rulesets.current;
  const { asOf = today(), patient = false, signal } = options;
  const asking = { patient, ...(signal && { signal }) };
  const parks = options.parks ?? (await listParkIds(db));
  const looks = await listLooks(db, parks);
  const seen = parks.filter((park) => looks.has(park));
  const now = await engine.askEach('version', seen, { ruleset }, asking);
  const current = new Set(seen.filter((park, place) => looks.get(park) === now[place]));
  const refreshed: string[] = [];
  await keepRuleset(db, ruleset);
  const stale = parks.filter((park) => !current.has(park));
  await inLanes(stale, PARKS_AT_ONCE, async (park) => {
    if (signal?.aborted) return;
    if (await lookAtPark({ db, engine, ruleset, asOf, actor: MACHINE, asking }, park)) refreshed.push(park);
  });
  return refreshed;
}
