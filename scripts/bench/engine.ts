import { findServer, startCluster } from '../native/cluster.mjs';
import { type CityDatabase, openCityDatabase } from './engine/city-database';
import { drawInEngine, drawingOrder } from './engine/drawing';
import { editAndAsk } from './engine/editing';
import { type Grown, growthTable, measureGrowth } from './engine/growth';
import { seekJoins } from './engine/joining';
import { sayWhere } from './engine/machine';
import { comparePeers } from './engine/peers/compare';
import { askAll, tallyAnswers } from './engine/questions';
import { loadRows, openResident } from './engine/resident';
import { measureServed } from './engine/served';
import { type Measured, markdownTable, type Unmeasured } from './table';

const citySize = 300_000;
const quickSize = 10_000;
/** A quick run draws so many plots at a time. */
const quickSteps = 10;
const growthSizes = [10_000, 100_000, 300_000, 1_000_000];

interface Run {
  readonly measured: Measured[];
  readonly unmeasured: Unmeasured[];
  readonly notes: string[];
  readonly grown: Grown[];
}

/**
 * Measures the spatial engine over an invented city on native PostGIS, beside its peers in the same run, and how cost
 * grows with the city; answers Markdown. Quick: a small city and no growth, within a minute.
 */
export async function benchEngine(root: string, quick: boolean, tell: (line: string) => void): Promise<string> {
  const bin = findServer();
  if (!bin) return markdownTable([], [{ what: 'the engine', because: 'no PostgreSQL with PostGIS on this machine' }]);
  const cluster = await startCluster(bin);
  const run: Run = { measured: [], unmeasured: [], notes: [], grown: [] };
  const size = quick ? quickSize : citySize;
  let where = '';
  try {
    const others = quick ? [] : growthSizes.filter((parcels) => parcels !== size);
    for (const parcels of [size, ...others]) {
      const city = await openCityDatabase(cluster.url, parcels);
      const { copy, rest } = city.city.seconds;
      tell(`city of ${parcels} parcels invented and loaded in ${(copy + rest).toFixed(1)} s`);
      where ||= await sayWhere(city.db, root);
      run.grown.push(await measureGrowth(city));
      if (parcels === size) await measureAll(city, quick ? quickSteps : 1, root, run, tell);
      await city.close();
    }
  } finally {
    await cluster.stop();
  }
  const grown = [...run.grown].sort((a, b) => a.parcels - b.parcels);
  const notes = run.notes.map((note) => `- ${note}`).join('\n');
  return [where, markdownTable(run.measured, run.unmeasured), notes, growthTable(grown)].join('\n\n');
}

async function measureAll(
  city: CityDatabase,
  atATime: number,
  root: string,
  run: Run,
  tell: (line: string) => void,
): Promise<void> {
  const resident = await openResident(city);
  const plots = await drawingOrder(city.db);
  try {
    tell('asking the engine');
    run.measured.push(...loadRows(city, resident), ...(await askAll(city, resident)));
    run.notes.push(await tallyAnswers(city, resident));
    run.measured.push(...(await drawInEngine(plots, atATime, resident)));
    const edits = await editAndAsk(city, resident);
    run.measured.push(...edits.rows);
    run.notes.push(...edits.notes);
  } finally {
    await resident.engine.close();
  }
  tell('joining');
  const joins = await seekJoins(city);
  run.measured.push(...joins.rows);
  run.unmeasured.push(...joins.missing);
  tell('asking the server');
  const served = await measureServed(city, plots, atATime, root);
  run.measured.push(...served.rows);
  run.notes.push(...served.notes);
  tell('asking the peers');
  const compared = await comparePeers(city.db, resident.ruleset);
  run.measured.push(...compared.measured);
  run.unmeasured.push(...compared.unmeasured);
  run.notes.push(...compared.notes);
}
