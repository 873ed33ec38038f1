import type { Db, Progress, Tx } from '../server/db/pool';
import { openEngine } from '../server/engine/engine';
import { refreshFindings } from '../server/findings/refresh';
import { bump } from '../server/operations/perform';
import { openZones } from '../server/parks/zones';
import { readRulesets } from '../server/rules';
import { rebuildBlocks } from '../server/tiles/rebuild-blocks';
import { citySeed, generateCity } from './sample-city/generate';
import { writeCorridors, writeFirms, writeParcels, writeParks } from './sample-city/write';

/**
 * Makes the sample city and writes it in one transaction, a sample already there being replaced whole; then melts the
 * blocks for the small scales and keeps the findings of every park.
 */
export async function loadSample(db: Db, progress: Progress): Promise<void> {
  const city = generateCity(citySeed);
  await db.transaction(async (tx) => {
    await clear(tx);
    for (let from = 0; from < city.parcels.length; from += batch) {
      await writeParcels(tx, city.parcels.slice(from, from + batch));
      const done = Math.min(from + batch, city.parcels.length);
      progress({ zh: `样例地块 ${done}/${city.parcels.length}`, en: `Sample parcels ${done}/${city.parcels.length}` });
    }
    await writeParks(tx, city.parks);
    progress({ zh: `样例园区 ${city.parks.length} 个`, en: `${city.parks.length} sample parks` });
    await writeFirms(tx, city.firms);
    await writeCorridors(tx, city);
    progress({
      zh: `样例企业 ${city.firms.length} 家，道路河流等 ${city.corridors.length} 段，控制线 ${city.controls.length} 组`,
      en: `${city.firms.length} sample firms, ${city.corridors.length} corridors, ${city.controls.length} control lines`,
    });
    await bump(tx, ['parcels', 'parks', 'leftover', 'corridors', 'controls', 'firms', 'zones']);
  });
  progress({ zh: '正在概化小比例尺图块', en: 'Melting blocks for the small scales' });
  await rebuildBlocks(db);
  progress({
    zh: '正在研判样例园区与周边的边角地、插花地、夹心地',
    en: 'Looking at the sample parks and the plots beside them',
  });
  const looked = await lookAtParks(db);
  progress({ zh: `已研判 ${looked.length} 个园区`, en: `${looked.length} parks looked at` });
}

/** Looks at every park by an engine of its own, which then lets the city go. */
async function lookAtParks(db: Db): Promise<string[]> {
  const rulesets = readRulesets();
  const engine = openEngine({ db, rulesets }, openZones({ db, rulesets }));
  try {
    return await refreshFindings({ db, rulesets, engine });
  } finally {
    await engine.close();
  }
}

const batch = 2000;

async function clear(tx: Tx) {
  const statements = [
    "delete from firm where source = 'sample-city'",
    "delete from park where source = 'sample-city'",
    "delete from parcel where source = 'sample-city'",
    "delete from corridor where source = 'sample-city'",
    "delete from corridor_coverage where source = 'sample-city'",
    "delete from control_line where source = 'sample-city'",
  ];
  for (const text of statements) await tx.query({ text }, null, { deadlineMs: 0 });
}
