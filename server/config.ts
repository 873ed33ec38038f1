import { resolve } from 'node:path';
import { z } from 'zod';
import { type Basemap, readBasemap } from './basemap';

const text = z.string().trim().min(1);
const count = z.coerce.number().int().positive();
const emptyIsAbsent = (env: Record<string, string | undefined>) =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''));

/** Every setting the server reads from its environment; an empty one counts as absent. */
const settings = z.object({
  DATABASE_URL: text.optional(),
  DATABASE_POOL_SIZE: count.default(10),
  YUANTU_DATA: text.default('.yuantu'),
  QUERY_DEADLINE_MS: count.default(15_000),
  REQUESTS_PER_MINUTE: count.default(1_200),
  UPLOAD_LIMIT_MB: count.default(512),
  TRUST_PROXY: z.stringbool().default(false),
  IMPORT_RECORDS: count.default(2_000_000),
  IMPORT_MINUTES: count.default(60),
  IMPORT_OVERLAP_SECONDS: count.default(300),
  IMPORT_KEEP_DAYS: count.max(36_500).default(30),
  EXPORT_ROWS: count.default(1_000_000),
  EXPORT_SECONDS: count.default(600),
  EXPORTS_AT_ONCE: count.default(4),
  ENGINE_THREADS: count.optional(),
  ENGINE_MEMORY_MB: count.default(2048),
  LOG: z.enum(['off', 'fatal', 'error', 'warn', 'info', 'debug']).default('warn'),
  BASEMAP: text
    .optional()
    .transform(readBasemap)
    .refine((found) => found !== null, 'give tianditu:KEY or the URL of a style'),
  AS_OF: z.iso.date().optional(),
});

/** What the rest of the server may know of its surroundings; the address it listens on belongs to whoever opens the door. */
export interface Config {
  readonly databaseUrl: string | null;
  readonly databasePoolSize: number;
  /** Folder of the embedded database, of uploads and of caches. */
  readonly dataFolder: string;
  /** Folder of the built page. */
  readonly clientFolder: string;
  readonly queryDeadlineMs: number;
  readonly requestsPerMinute: number;
  readonly uploadLimitBytes: number;
  /** Whether the headers in which a proxy names the address asked for are believed. */
  readonly trustProxy: boolean;
  /** Files of more records are refused. */
  readonly importRecordsAtMost: number;
  /** How long the reading or writing of one file may take. */
  readonly importMinutesAtMost: number;
  /** How long overlaps are looked for among what one file brought. */
  readonly importOverlapSeconds: number;
  /** How long the file of an import that was never written is kept after it was last touched. */
  readonly importKeepDays: number;
  /** The most rows of one exported file, how long its making may take, and how many are made at once. */
  readonly exportRows: number;
  readonly exportSeconds: number;
  readonly exportsAtOnce: number;
  /** Threads that hold the city; one for each core, two at most, unless told otherwise. */
  readonly engineThreads: number | null;
  /** Memory that the parcels of the city may take, shared by all threads. */
  readonly engineBytesAtMost: number;
  readonly log: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | false;
  readonly basemap: Basemap;
  readonly asOf: string | null;
}

const megabyte = 1024 * 1024;

/** Reads the environment once; the answer names every setting that is wrong. */
export function readConfig(
  env: Record<string, string | undefined>,
  root: string = process.cwd(),
): { ok: true; config: Config } | { ok: false; issues: { setting: string; message: string }[] } {
  const parsed = settings.safeParse(emptyIsAbsent(env));
  if (!parsed.success) {
    const issues = parsed.error.issues.map((issue) => ({ setting: issue.path.join('.'), message: issue.message }));
    return { ok: false, issues };
  }
  const found = parsed.data;
  return {
    ok: true,
    config: {
      databaseUrl: found.DATABASE_URL ?? null,
      databasePoolSize: found.DATABASE_POOL_SIZE,
      dataFolder: resolve(root, found.YUANTU_DATA),
      clientFolder: resolve(root, 'dist/client'),
      queryDeadlineMs: found.QUERY_DEADLINE_MS,
      requestsPerMinute: found.REQUESTS_PER_MINUTE,
      uploadLimitBytes: found.UPLOAD_LIMIT_MB * megabyte,
      trustProxy: found.TRUST_PROXY,
      importRecordsAtMost: found.IMPORT_RECORDS,
      importMinutesAtMost: found.IMPORT_MINUTES,
      importOverlapSeconds: found.IMPORT_OVERLAP_SECONDS,
      importKeepDays: found.IMPORT_KEEP_DAYS,
      exportRows: found.EXPORT_ROWS,
      exportSeconds: found.EXPORT_SECONDS,
      exportsAtOnce: found.EXPORTS_AT_ONCE,
      engineThreads: found.ENGINE_THREADS ?? null,
      engineBytesAtMost: found.ENGINE_MEMORY_MB * megabyte,
      log: found.LOG === 'off' ? false : found.LOG,
      basemap: found.BASEMAP,
      asOf: found.AS_OF ?? null,
    },
  };
}
