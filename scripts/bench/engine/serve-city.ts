import { buildApp } from '../../../server/app';
import { readConfig } from '../../../server/config';
import { openNative } from '../../../server/db/native';
import { readRulesets } from '../../../server/rules';

/** What the server tells the process that started it. */
export type Told =
  | { readonly listening: string }
  | { readonly elapsed: readonly [path: string, milliseconds: number][] };

/** Serves the database named in the environment, as a process of its own; tells on any message how long its answers took. */
async function serveCity(): Promise<void> {
  const read = readConfig(process.env, process.cwd());
  if (!read.ok || !read.config.databaseUrl) throw new Error('DATABASE_URL is not set');
  const opened = await openNative(read.config.databaseUrl, { deadlineMs: read.config.queryDeadlineMs });
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
  const app = await buildApp({ db: opened.db, rulesets: readRulesets(), config: read.config });
  let elapsed: [string, number][] = [];
  app.addHook('onResponse', async (request, reply) => {
    if (request.url !== '/api/health') elapsed.push([request.url, reply.elapsedTime]);
  });
  const tell = (told: Told): void => void process.send?.(told);
  process.on('message', () => {
    tell({ elapsed });
    elapsed = [];
  });
  const close = async (): Promise<void> => {
    await app.close();
    await opened.db.close();
    process.exit(0);
  };
  process.once('SIGTERM', close);
  // Whoever started it may be gone without a word.
  process.once('disconnect', close);
  tell({ listening: await app.listen({ port: 0, host: '127.0.0.1' }) });
}

await serveCity();
