import type { Ruleset } from '../../data/contract/ruleset';
import { today } from '../clock';
import { ellipsoidalArea, muOf } from '../core/fabric/area';
import { openCityCrs } from '../core/fabric/city-crs';
import { partsOf } from '../core/fabric/fabric';
import { classifyLeftover } from '../core/leftover';
import { replaceFindings } from '../db/leftover/replace-findings';
import type { StoredFinding } from '../db/leftover/stored-finding';
import { listParkIds } from '../db/parks/list-park-ids';
import { listAssessedVersions, saveAssessment } from '../db/parks/save-assessment';
import type { Db } from '../db/pool';
import { keepRuleset } from '../db/state/keep-ruleset';
import { bump } from '../operations/perform';
import { judgePark } from '../parks/judge-park';
import { caseVersion, loadParkCases, type ParkCase } from '../parks/park-case';
import type { NamedZone } from '../parks/zones';
import { openZones } from '../parks/zones';
import type { Rulesets } from '../rules';

export interface RefreshOptions {
  /** Parks to look at; all of them when left out. */
  parks?: readonly string[];
  /** The day of the verdicts that are kept; today when left out. */
  asOf?: string;
  /** Whom the kept verdicts name. */
  actor?: string;
}

const PARKS_AT_ONCE = 8;
/** The actor of verdicts that nobody asked for by name. */
const MACHINE = 'yuantu';

/**
 * Brings the stored findings of parks up to date: looks again at every park whose inputs are not those of its newest
 * kept verdict, replaces the leftover plots found beside it and appends the verdict. Answers the parks looked at anew.
 */
export async function refreshFindings(db: Db, rulesets: Rulesets, options: RefreshOptions = {}): Promise<string[]> {
  const ruleset = rulesets.current;
  const parks = options.parks ?? (await listParkIds(db));
  const zones = await openZones({ db, rulesets })();
  const refreshed: string[] = [];
  await keepRuleset(db, ruleset);
  for (let from = 0; from < parks.length; from += PARKS_AT_ONCE) {
    const some = parks.slice(from, from + PARKS_AT_ONCE);
    const assessed = await listAssessedVersions(db, some);
    for (const parkCase of await loadParkCases(db, { parks: some }, ruleset)) {
      const inputVersion = caseVersion(parkCase, ruleset);
      if (parkCase.members.length === 0 || assessed.get(parkCase.park) === inputVersion) continue;
      if (await keep(db, parkCase, inputVersion, ruleset, zones, options)) refreshed.push(parkCase.park);
      // Requests are let in between two parks.
      await new Promise(setImmediate);
    }
  }
  return refreshed;
}

async function keep(
  db: Db,
  parkCase: ParkCase,
  inputVersion: string,
  ruleset: Ruleset,
  zones: readonly NamedZone[],
  { asOf = today(), actor = MACHINE }: RefreshOptions,
): Promise<boolean> {
  const { park } = parkCase;
  const findings = findBeside(parkCase, ruleset);
  // The standing of each firm stays out of what is kept: it holds output, which the inputs already have.
  const { firms, ...answer } = judgePark(parkCase, { ruleset, asOf, zones });
  return db.transaction(async (tx) => {
    // Two processes that look at the same park keep one verdict; a park that is gone by now keeps none.
    const [there] = await tx.query({ text: 'select from park where id = $1::bigint for update', values: [park] });
    if (!there || (await listAssessedVersions(tx, [park])).get(park) === inputVersion) return false;
    await replaceFindings(tx, park, findings, ruleset.id, inputVersion);
    await saveAssessment(tx, { park, asOf, ruleset: ruleset.id, inputVersion, input: parkCase, answer, actor });
    await bump(tx, ['leftover']);
    return true;
  });
}

/** How many times the limit a plot may measure and still be told why it is too large. */
const WORTH_TELLING = 2;

/** The plots beside a park that are, or nearly are, small enough to be leftover plots, each with its finding. */
function findBeside(parkCase: ParkCase, ruleset: Ruleset): StoredFinding[] {
  const crs = openCityCrs(ruleset.rules.measure.cityCrs.value.proj4);
  const mostMu = ruleset.rules.leftover.limitMu.value * WORTH_TELLING;
  const plots = parkCase.beside.filter(
    (plot) => muOf(partsOf(plot, crs).reduce((sum, part) => sum + ellipsoidalArea(part), 0)) <= mostMu,
  );
  if (plots.length === 0) return [];
  const { members, edges, redLine } = parkCase;
  const { findings } = classifyLeftover({ park: members, plots, edges: edges ?? undefined, redLine }, ruleset);
  return findings
    .filter(({ kind }) => kind !== 'not-adjacent')
    .map((finding) => ({ ...finding, because: finding.because.map(plain), missing: finding.missing.map(plain) }));
}

type Message = StoredFinding['because'][number];
const plain = ({ code, args }: { code: Message['code']; args: Readonly<Message['args']> }): Message => ({
  code,
  args: { ...args },
});
