import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfig } from '../../server/config';
import { readRulesets } from '../../server/rules';
import { findBrowser } from '../test/browser.mjs';
import { benchColdTiles } from './cold-tiles';
import { type BenchDatabase, openBenchEmbedded, openBenchNative } from './databases';
import { benchEngine } from './engine';
import { benchFirstPage } from './first-page';
import { benchImport } from './import-rate';
import { benchImports } from './imports';
import { type Measured, markdownTable, type Unmeasured } from './table';
import { benchWarmTile } from './warm-tile';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const quickly = '--quick';
/**
 * `npm run bench -- tiles import` measures those only; `-- engine --quick` the engine over a small city; `-- imports` files
 * of every format, `-- imports geopackage 1000000` one format at that size.
 */
const chosen = new Set(process.argv.slice(2).filter((word) => word !== quickly));
const wanted = (part: string): boolean => chosen.size === 0 || chosen.has(part);
const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** Measures the product beside a named peer in the same run, and prints Markdown tables. */
async function bench(): Promise<void> {
  if (wanted('engine')) process.stdout.write(`${await benchEngine(root, process.argv.includes(quickly), say)}\n\n`);
  if (wanted('imports'))
    process.stdout.write(
      `${await benchImports(
        root,
        [...chosen].filter((word) => word !== 'imports'),
        say,
      )}\n\n`,
    );
  if (['tiles', 'warm', 'import', 'page'].some(wanted)) await benchSample();
}

async function benchSample(): Promise<void> {
  const native = await openBenchNative(root);
  const embedded = await openBenchEmbedded(root);
  const measured: Measured[] = [];
  const unmeasured: Unmeasured[] = [];
  try {
    if (native) measured.push(...(await measure(native, native)));
    else unmeasured.push({ what: 'anything on native PostgreSQL', because: 'no server with PostGIS on this machine' });
    measured.push(...(await measure(embedded, native)));
  } finally {
    await embedded.closeDatabase();
    await native?.closeDatabase();
    await native?.close();
  }
  const browser = findBrowser();
  if (wanted('page') && embedded.folder && browser) {
    measured.push(...(await benchFirstPage(root, embedded.folder, browser)));
  } else if (wanted('page')) {
    unmeasured.push({ what: 'page weight and time to first map', because: 'no Chromium on this machine' });
  }
  await embedded.close();
  process.stdout.write(`${markdownTable(measured, unmeasured)}\n`);
}

async function measure(on: BenchDatabase, native: BenchDatabase | null): Promise<Measured[]> {
  const read = readConfig({ LOG: 'off', REQUESTS_PER_MINUTE: '1000000000', DATABASE_URL: on.url ?? '' }, root);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  const parts = { rulesets: readRulesets(), config: read.config, db: on.db };
  const rows: Measured[] = [];
  if (wanted('tiles')) rows.push(...(await benchColdTiles(parts, native?.db ?? null)));
  if (wanted('warm') && on === native) rows.push(...(await benchWarmTile(parts)));
  if (wanted('import')) rows.push(await benchImport(parts, native?.url ?? null));
  return rows;
}

await bench();
