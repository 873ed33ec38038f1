import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Named } from '../data/contract/vocabulary';
import { startupLine } from '../data/words/startup';
import { buildApp } from './app';
import type { Config } from './config';
import { migrate } from './db/migrate';
import { openDatabase } from './db/open';
import type { Db, Progress } from './db/pool';
import { refusalLine } from './db/refusal-line';
import { readRulesets } from './rules';

/** A server that is ready to answer; whoever listens gives it the requests. */
export interface OpenServer {
  handle(request: IncomingMessage, response: ServerResponse): void;
  /** Ends what would stay open for ever, such as event streams, so that the door can close. */
  leave(): void;
  /** Lets what is under way finish, then closes the application and its database. */
  close(): Promise<void>;
}

/**
 * Opens the database, brings it forward, lets `load` fill it, and builds the application over it.
 * Answers a line for the terminal where any of that is refused.
 */
export async function openServer(
  config: Config,
  tell: Progress,
  load: (db: Db) => Promise<void>,
): Promise<{ ok: true; server: OpenServer } | { ok: false; line: Named }> {
  tell(startupLine('opening-database'));
  const opened = await openDatabase(config);
  if (!opened.ok) return { ok: false, line: refusalLine(opened.refusal) };
  const { db } = opened;

  const moved = await migrate(db);
  if (!moved.ok) {
    await db.close();
    return { ok: false, line: startupLine(moved.refusal.code, { ...moved.refusal }) };
  }
  if (moved.applied.length > 0) tell(startupLine('migrated', { names: moved.applied.join(', ') }));
  await load(db);

  const leaving = new AbortController();
  const app = await buildApp({ db, rulesets: readRulesets(), config, leaving: leaving.signal });
  await app.ready();
  return {
    ok: true,
    server: {
      handle: (request, response) => app.routing(request, response),
      leave: () => leaving.abort(),
      async close() {
        await app.close();
        await db.close();
      },
    },
  };
}
