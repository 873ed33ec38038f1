import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfig } from '../../server/config';
import { readRulesets } from '../../server/rules';
import { benchColdTiles } from './cold-tiles';
import { openBenchEmbedded, openBenchNative } from './databases';
import { type Measured, markdownTable, type Unmeasured } from './table';
import { benchWarmTile } from './warm-tile';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Measures the product beside a named peer in the same run, and prints one Markdown table. */
async function bench(): Promise<void> {
  const read = readConfig({ LOG: 'off', REQUESTS_PER_MINUTE: '1000000000' }, root);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  const parts = { rulesets: readRulesets(), config: read.config };
  const measured: Measured[] = [];
  const unmeasured: Unmeasured[] = [];

  const native = await openBenchNative(root);
  const embedded = await openBenchEmbedded(root);
  try {
    if (native) {
      measured.push(...(await benchColdTiles({ ...parts, db: native.db }, native.db)));
      const warm = await benchWarmTile({ ...parts, db: native.db });
      if (warm) measured.push(warm);
    } else {
      unmeasured.push({ what: 'everything on native PostgreSQL', because: 'no server with PostGIS on this machine' });
    }
    measured.push(...(await benchColdTiles({ ...parts, db: embedded.db }, native?.db ?? null)));
  } finally {
    await embedded.close();
    await native?.close();
  }
  process.stdout.write(`${markdownTable(measured, unmeasured)}\n`);
}

await bench();
