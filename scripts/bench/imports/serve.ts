import { buildApp } from '../../../server/app';
import { readConfig } from '../../../server/config';
import { openNative } from '../../../server/db/native';
import { readRulesets } from '../../../server/rules';

/** The server alone in a process of its own, so that its memory can be told from the bench's; tells its address. */
async function serve(): Promise<void> {
  const read = readConfig(process.env);
  if (!read.ok || !read.config.databaseUrl) throw new Error('the settings of the measured server are wrong');
  const opened = await openNative(read.config.databaseUrl, { deadlineMs: read.config.queryDeadlineMs });
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
  const app = await buildApp({ db: opened.db, rulesets: readRulesets(), config: read.config });
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  process.stdout.write(`${address}\n`);
  process.once('SIGTERM', async () => {
    await app.close();
    await opened.db.close();
    process.exit(0);
  });
}

await serve();
