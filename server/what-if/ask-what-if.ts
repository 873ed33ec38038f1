import { LRUCache } from 'lru-cache';
import type { WhatIfAnswer } from '../../data/contract';
import type { Ruleset } from '../../data/contract/ruleset';
import plan from '../../data/plan/plan.json';
import { type MovedRule, moveTo } from '../../data/rules/apply-changes';
import type { AppParts } from '../app';
import { listParks, type ParkFound } from '../db/parks/list-parks';
import type { Db } from '../db/pool';
import { listNumbers, listOutlines } from '../db/rulesets/name-flips';
import { readVersions } from '../db/state/read-versions';
import type { Engine } from '../engine/engine';
import { refusal } from '../errors';
import type { TouchedLayer } from '../operations/perform';
import { asOfDay } from '../settings';
import { type Compared, compareStandings, type ParkCompared } from './compare';
import { changesOf } from './moved-rules';

/** Answers what would flip where rules are moved, over `city`, `belt/<id>`, `unit/<id>` or `park/<id>`. */
export type AskWhatIf = (moved: readonly MovedRule[], scope: string, signal: AbortSignal) => Promise<WhatIfAnswer>;

const restsOn: readonly TouchedLayer[] = ['parks', 'parcels', 'corridors', 'firms', 'rulings', 'zones'];
const KEPT_ANSWERS = 40;
const MOST_PLOTS_TOLD = 500;

/** Opens the question over a database. Answers are kept by data version, day, scope and moved rules. */
export function openWhatIf(parts: AppParts, engine: Engine): AskWhatIf {
  const { db, rulesets } = parts;
  const ruleset = rulesets.current;
  const answers = new LRUCache<string, WhatIfAnswer>({ max: KEPT_ANSWERS });

  return async (moved, scope, signal) => {
    const began = performance.now();
    const versions = await readVersions(db);
    const asOf = asOfDay(parts);
    const changes = changesOf(moved);
    const question = JSON.stringify([restsOn.map((layer) => versions[layer]), asOf, scope, changes]);
    const kept = answers.get(question);
    if (kept) return kept;
    const parks = await parksOf(db, scope);
    const ids = parks.map(({ id }) => id);
    const standings = await engine.askEach('whatIf', ids, { ruleset, changes, asOf }, { patient: true, signal });
    const compared = parks.flatMap((park, place): ParkCompared[] => {
      const standing = standings[place];
      return standing ? [{ park, ...standing }] : [];
    });
    const limitMu = (rules: Ruleset) => rules.rules.leftover.limitMu.value;
    const limitsMu = { before: limitMu(ruleset), after: limitMu(moveTo(ruleset, changes)) };
    const answer = {
      base: ruleset.id,
      changes: moved.map(({ rule, leaf: { title, unit, value }, after }) => ({
        rule,
        title,
        unit,
        before: value,
        after,
      })),
      ...(await nameFlips(db, compareStandings(compared, limitsMu))),
      milliseconds: Math.round(performance.now() - began),
    };
    answers.set(question, answer);
    return answer;
  };
}

/** The parks of a scope, by name; a park that is not there is refused. */
async function parksOf(db: Db, scope: string): Promise<ParkFound[]> {
  const parks = (await listParks(db)).sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'));
  const [kind, id = ''] = scope.split('/');
  if (kind === 'city') return parks;
  if (kind === 'park') {
    const found = parks.filter((park) => park.id === id);
    if (found.length === 0) throw refusal('not-found', { what: 'park', id });
    return found;
  }
  const units = kind === 'unit' ? [id] : plan.units.filter(({ belt }) => belt === id).map((unit) => unit.id);
  return parks.filter(({ unit }) => unit !== null && units.includes(unit));
}

async function nameFlips(db: Db, { parks, leftover }: Compared): Promise<Pick<WhatIfAnswer, 'parks' | 'leftover'>> {
  const told = leftover.flips.slice(0, MOST_PLOTS_TOLD);
  const outlines = await listOutlines(
    db,
    parks.flips.map(({ id }) => id),
  );
  const numbers = await listNumbers(
    db,
    told.map(({ parcel }) => parcel),
  );
  return {
    parks: {
      ...parks,
      flips: parks.flips.flatMap((flip) => {
        const outline = outlines.get(flip.id);
        return outline ? [{ ...flip, outline }] : [];
      }),
    },
    leftover: {
      ...leftover,
      flipped: leftover.flips.length,
      flips: told.map((flip) => ({ ...flip, number: numbers.get(flip.parcel) ?? flip.parcel })),
    },
  };
}
