import { readRulesets } from '../../server/rules';
import { findServer, startCluster } from '../native/cluster.mjs';
import { type CityDatabase, openCityDatabase } from './engine/city-database';
import { drawInEngine, drawingOrder } from './engine/drawing';
import { editAndAsk } from './engine/editing';
import { type Grown, growthTable, measureGrowth } from './engine/growth';
import { seekJoins } from './engine/joining';
import { sayWhere } from './engine/machine';
import { comparePeers } from './engine/peers/compare';
import { askAll } from './engine/questions';
import { loadRows, type Resident, withResident } from './engine/resident';
import { measureServed } from './engine/served';
import { type Findings, markdownTable } from './table';

const citySize = 300_000;
const quickSize = 10_000;
/** A quick run draws so many plots at a time. */
const quickSteps = 10;
const growthSizes = [10_000, 100_000, 300_000, 1_000_000];

type Tell = (line: string) => void;

/**
 * Measures the spatial engine over an invented city on native PostGIS, beside its peers in the same run, and how cost
 * grows with the city; answers Markdown. Quick: a small city and no growth, within a minute.
 */
export async function benchEngine(root: string, quick: boolean, tell: Tell): Promise<string> {
  const bin = findServer();
  if (!bin) return markdownTable([], [{ what: 'the engine', because: 'no PostgreSQL with PostGIS on this machine' }]);
  const cluster = await startCluster(bin);
  const found: Findings = { rows: [], missing: [], notes: [] };
  const grown: Grown[] = [];
  let where = '';
  try {
    for (const parcels of quick ? [quickSize] : growthSizes) {
      const city = await openCityDatabase(cluster.url, parcels);
      const { copy, rest } = city.city.seconds;
      tell(`city of ${parcels} parcels invented and loaded in ${(copy + rest).toFixed(1)} s`);
      where ||= await sayWhere(city.db, root);
      grown.push(await measureGrowth(city));
      if (parcels === (quick ? quickSize : citySize)) await measureAll(city, quick ? quickSteps : 1, root, found, tell);
      await city.close();
    }
  } finally {
    await cluster.stop();
  }
  const notes = found.notes.map((note) => `- ${note}`).join('\n');
  return [where, markdownTable(found.rows, found.missing), notes, growthTable(grown)].join('\n\n');
}

/** Stage by stage; one that fails is told as not measured, and the next go on. */
async function measureAll(city: CityDatabase, atATime: number, root: string, all: Findings, tell: Tell): Promise<void> {
  const ruleset = readRulesets().current;
  const plots = await drawingOrder(city.db);
  const stages: [string, () => Promise<Partial<Findings>>][] = [
    ['the engine', () => withResident(city, (resident) => askEngine(city, resident, plots, atATime))],
    ['joining sets', () => seekJoins(city)],
    ['the server', () => measureServed(city, plots, atATime, root)],
    ['the peers', () => comparePeers(city.db, ruleset)],
  ];
  for (const [what, measure] of stages) {
    tell(what);
    const found = await measure().catch((error: unknown) => ({ missing: [{ what, because: String(error) }] }));
    const { rows = [], missing = [], notes = [] }: Partial<Findings> = found;
    for (const row of rows) tell(`  ${row.what}: ${row.ours.toFixed(1)} ${row.unit}`);
    for (const { what: left, because } of missing) tell(`  not measured: ${left}: ${because}`);
    all.rows.push(...rows);
    all.missing.push(...missing);
    all.notes.push(...notes);
  }
}

async function askEngine(
  city: CityDatabase,
  resident: Resident,
  plots: readonly string[],
  atATime: number,
): Promise<Partial<Findings>> {
  const all = await askAll(city, resident);
  const drawing = await drawInEngine(plots, atATime, resident);
  const edits = await editAndAsk(city, resident);
  const rows = [...loadRows(city, resident), ...all.rows, ...drawing, ...edits.rows];
  return { rows, notes: [...all.notes, ...edits.notes] };
}
