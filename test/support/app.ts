import type { FastifyInstance } from 'fastify';
import { afterAll } from 'vitest';
import { buildApp } from '../../server/app';
import { type Config, readConfig } from '../../server/config';
import type { Db } from '../../server/db/pool';
import { readRulesets } from '../../server/rules';
import { testDatabase } from './database';

type Wanted = Parameters<typeof testDatabase>[0] & { config?: Partial<Config> };

/** Builds the application over a database of the calling file's own; ask it with `app.inject`. */
export async function testApp(wanted: Wanted): Promise<{ app: FastifyInstance; db: Db; config: Config }> {
  const db = await testDatabase(wanted);
  const config = testConfig(wanted.config);
  const app = await buildApp({ db, rulesets: readRulesets(), config });
  await app.ready();
  // Closed before its database, since hooks run last first.
  afterAll(() => app.close());
  return { app, db, config };
}

/** The settings of a server with an empty environment, silent and unlimited, with what the test changes. */
export function testConfig(changes: Partial<Config> = {}): Config {
  const read = readConfig({
    LOG: 'off',
    REQUESTS_PER_MINUTE: '1000000',
    ENGINE_THREADS: '1',
    DATABASE_URL: process.env.DATABASE_URL,
  });
  if (!read.ok) throw new Error(`the test settings are wrong: ${JSON.stringify(read.issues)}`);
  return { ...read.config, ...changes };
}
