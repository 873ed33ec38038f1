import type { Config } from '../config';
import { openEmbedded } from './embedded/open';
import type { OpenRefusal } from './embedded/supervisor';
import { type NativeRefusal, openNative } from './native';
import type { Db } from './pool';

export type DatabaseRefusal = OpenRefusal | NativeRefusal;

/** Opens the database that the settings name: PostgreSQL at DATABASE_URL, else the embedded one in the data folder. */
export async function openDatabase(
  config: Pick<Config, 'databaseUrl' | 'databasePoolSize' | 'dataFolder' | 'queryDeadlineMs'>,
): Promise<{ ok: true; db: Db } | { ok: false; refusal: DatabaseRefusal }> {
  const deadlineMs = config.queryDeadlineMs;
  if (!config.databaseUrl) return openEmbedded(config.dataFolder, { deadlineMs });
  return openNative(config.databaseUrl, { deadlineMs, poolSize: config.databasePoolSize });
}
