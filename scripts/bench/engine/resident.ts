import type { Ruleset } from '../../../data/contract/ruleset';
import { type Engine, type EngineReport, openEngine } from '../../../server/engine/engine';
import { openZones } from '../../../server/parks/zones';
import { readRulesets } from '../../../server/rules';
import type { Measured } from '../table';
import type { CityDatabase } from './city-database';
import { once, type Timed } from './clock';
import { underWith } from './questions';

/** The engine over a city, loaded, in this process. */
export interface Resident {
  readonly engine: Engine;
  readonly ruleset: Ruleset;
  /** What every verdict is asked for. */
  readonly asked: { readonly ruleset: Ruleset; readonly asOf: string };
  readonly load: Timed<EngineReport>;
}

/** The day of all verdicts, so that no figure hangs on the day of the run. */
const asOf = '2026-03-31';
const loadAimMs = 3000;
export const megabyte = 1e6;

/** Asks an engine that is opened over a city for it, and closes it. */
export async function withResident<T>(city: CityDatabase, ask: (resident: Resident) => Promise<T>): Promise<T> {
  const resident = await openResident(city);
  try {
    return await ask(resident);
  } finally {
    await resident.engine.close();
  }
}

/** Opens the engine over a city and loads it, from the start of its threads to the first answer. */
async function openResident({ db }: CityDatabase): Promise<Resident> {
  const rulesets = readRulesets();
  const zones = openZones({ db, rulesets });
  await zones();
  const engine = openEngine({ db, rulesets }, zones);
  const load = await once(() => engine.report());
  return { engine, ruleset: rulesets.current, asked: { ruleset: rulesets.current, asOf }, load };
}

/** Memory that the city takes in the engine: what the threads share and the heap of each. */
export function memoryOf({ sharedBytes, threads }: EngineReport): number {
  return threads.reduce((sum, { heapBytes }) => sum + heapBytes, sharedBytes);
}

/** How long the load took and what it keeps. */
export function loadRows({ city }: CityDatabase, { load }: Resident): Measured[] {
  const report = load.answer;
  const parcels = `${city.parcels.toLocaleString('en')} parcels`;
  const threads = `${report.threads.length} threads`;
  return [
    underWith(`load of ${parcels} from PostGIS into ${threads}, their start included`, load, loadAimMs),
    {
      what: `memory of ${parcels}, shared by ${threads}`,
      ours: report.sharedBytes / megabyte,
      peer: null,
      unit: 'MB',
      aim: null,
    },
  ];
}
