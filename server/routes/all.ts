import type { FastifyInstance } from 'fastify';
import type { AppParts } from '../app';
import { openEngine } from '../engine/engine';
import { openAfterWrite } from '../findings/after-write';
import { openParkBook } from '../parks/park-book';
import { openZones } from '../parks/zones';
import { registerAnalysis } from './analysis';
import { registerAttachments } from './attachments';
import { registerEngine } from './engine';
import { registerEvents } from './events';
import { registerImports } from './imports';
import { registerLeftover } from './leftover';
import { registerLegend } from './legend';
import { registerPages } from './pages';
import { registerParcels } from './parcels';
import { registerParkWrites } from './park-writes';
import { registerParks } from './parks';
import { collectReference, registerReference } from './reference';
import { registerRulesets } from './rulesets';
import { registerRulings } from './rulings';
import { registerRuns } from './runs';
import { registerSearch } from './search';
import { registerState } from './state';
import { registerTiles } from './tiles';
import { registerUnits } from './units';
import { registerWhatIf } from './what-if';

/** Registers every noun of the API, its reference, the tiles and the page. */
export async function registerRoutes(app: FastifyInstance, parts: AppParts): Promise<void> {
  const zones = openZones(parts);
  const engine = openEngine(parts, zones);
  app.addHook('onClose', engine.close);
  const parks = openParkBook(parts, engine);
  const { afterWrite, catchUp, settled } = openAfterWrite(parts, engine, app.log, parks.rows);
  // What another process left undone is done here; what is under way ends before the database is closed.
  app.addHook('onReady', async () => catchUp());
  app.addHook('preClose', settled);
  await collectReference(app);
  registerState(app, parts);
  registerEngine(app, engine);
  registerLegend(app, parts, parks);
  registerUnits(app, parts, parks);
  registerParcels(app, parts);
  registerParks(app, parts, parks, zones, engine);
  registerParkWrites(app, parts, afterWrite);
  registerLeftover(app, parts);
  registerRuns(app, parts, engine);
  registerRulings(app, parts, afterWrite);
  await registerAttachments(app, parts);
  registerSearch(app, parts);
  registerEvents(app, parts, afterWrite);
  await registerImports(app, parts, afterWrite);
  registerAnalysis(app, parts, zones);
  registerRulesets(app, parts);
  registerWhatIf(app, parts, engine);
  registerTiles(app, parts, parks);
  await registerReference(app);
  await registerPages(app, parts);
}
