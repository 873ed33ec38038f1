import { z } from 'zod';
import type { LockHolder } from './lock';

/** What the database process is told when it is forked, as one JSON argument. */
export const childOrder = z.object({
  /** Folder that PGlite keeps its data in. */
  folder: z.string(),
  lockPath: z.string(),
  /** Socket to listen on; null asks for a free loopback port. */
  socketPath: z.string().nullable(),
});
export type ChildOrder = z.infer<typeof childOrder>;

/** What it tells its parent. */
export type ChildReport =
  | { type: 'ready'; host: string; port: number }
  | { type: 'locked'; holder: LockHolder }
  | { type: 'failed'; detail: string };

/** The file name that the PostgreSQL client library derives from a socket folder and this port. */
export const socketPort = 5432;
export const socketName = `.s.PGSQL.${socketPort}`;
