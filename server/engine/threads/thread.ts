import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import type { Ruleset } from '../../../data/contract/ruleset';
import { openCityCrs } from '../../core/fabric/city-crs';
import type { ParkCase } from '../../parks/park-case';
import { caseOf } from '../city/case';
import { City } from '../city/city';
import { openPacking, type PackingGround } from '../city/pack';
import { type OpContext, ops } from '../ops';
import { type Order, type ThreadReport, unpackZones, type Word } from './words';

const { proj4 } = z.object({ proj4: z.string() }).parse(workerData);
const city = new City(proj4);
const rulesets = new Map<number, Ruleset>();
let packing: PackingGround | null = null;

/** Does one order; the answer of those that have an id. */
function obey(order: Order): unknown {
  switch (order.word) {
    case 'news':
      return city.learn(order.news);
    case 'zones':
      city.zones = unpackZones(order.zones);
      return;
    case 'ruleset':
      rulesets.set(order.ref, order.ruleset);
      return;
    case 'chunk':
      packing ??= openPacking(openCityCrs(proj4));
      packing.add(order.chunk);
      return;
    case 'pack': {
      const packed = (packing ?? openPacking(openCityCrs(proj4))).finish(order.removed);
      packing = null;
      return packed;
    }
    case 'merge':
      return city.merged();
    case 'report':
      return { ...city.report(), heapBytes: process.memoryUsage().heapUsed } satisfies ThreadReport;
    case 'ask':
      return ask(order);
  }
}

function ask({ op, of, base, args }: Extract<Order, { word: 'ask' }>): unknown {
  const ruleset = rulesets.get(base);
  const run = (ops as Record<string, unknown>)[op] as (
    parkCase: ParkCase,
    args: unknown,
    context: OpContext,
  ) => unknown;
  if (!ruleset || !run) throw new Error(`no operation ${op}`);
  const parkCase = caseOf(city, of, ruleset);
  if (!parkCase) return null;
  return run(parkCase, withRulesets(args), {
    zones: city.zones,
    with: (ids) => caseWith(parkCase, ids, ruleset),
    under: (other) => caseOf(city, of, other) ?? parkCase,
  });
}

/** The same case with more parcels as members: judged as if it were picked so, with the park's red line and rulings. */
function caseWith(parkCase: ParkCase, ids: readonly string[], ruleset: Ruleset): ParkCase {
  const parcels = [...parkCase.members.map(({ id }) => id), ...ids];
  return caseOf(city, { parcels, as: parkCase.park }, ruleset) ?? parkCase;
}

function withRulesets(args: unknown): unknown {
  if (typeof args !== 'object' || args === null) return args;
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => [name, isRef(value) ? rulesets.get(value.rulesetRef) : value]),
  );
}

function isRef(value: unknown): value is { rulesetRef: number } {
  return typeof value === 'object' && value !== null && 'rulesetRef' in value;
}

parentPort?.on('message', (order: Order) => {
  const id = 'id' in order ? order.id : null;
  try {
    const answer = obey(order);
    if (id !== null) parentPort?.postMessage({ id, answer } satisfies Word);
  } catch (error) {
    const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
    if (id === null) throw error;
    parentPort?.postMessage({ id, error: said } satisfies Word);
  }
});
