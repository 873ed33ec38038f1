import { startupLine } from '../data/words/startup';
import { readConfig } from '../server/config';
import { migrate } from '../server/db/migrate';
import { openDatabase } from '../server/db/open';
import { refusalLine } from '../server/db/refusal-line';
import { refuse, say } from './start/say.mjs';

/** Brings the database that the settings name forward, and nothing else: for whoever deploys before they start. */
async function migrateOnly(): Promise<void> {
  const read = readConfig(process.env);
  if (!read.ok) {
    const list = read.issues.map(({ setting, message }) => `${setting}: ${message}`).join('; ');
    return refuse(startupLine('setting-invalid', { list }));
  }
  const opened = await openDatabase(read.config);
  if (!opened.ok) return refuse(refusalLine(opened.refusal));
  const moved = await migrate(opened.db);
  await opened.db.close();
  if (!moved.ok) return refuse(startupLine(moved.refusal.code, { ...moved.refusal }));
  say(moved.applied.length > 0 ? startupLine('migrated', { names: moved.applied.join(', ') }) : startupLine('current'));
}

await migrateOnly();
