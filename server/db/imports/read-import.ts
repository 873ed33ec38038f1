import { z } from 'zod';
import { type ImportKind, importKind } from '../../../data/contract';
import type { StoredPreview } from '../../imports/build-preview';
import { importSettings } from '../../imports/settings';
import type { Queryable } from '../pool';
import type { StoredReport } from './report-import';

const row = z.object({
  id: z.string(),
  actor: z.string(),
  at: z.date(),
  fileName: z.string(),
  sha256: z.string(),
  byteLength: z.number(),
  phase: z.enum(['reading', 'ready', 'writing', 'done', 'failed', 'cancelled']),
  kind: importKind,
  settings: importSettings,
  progress: z.object({ step: z.string(), done: z.number(), of: z.number().nullable() }).nullable(),
  error: z.object({ code: z.string(), args: z.record(z.string(), z.union([z.string(), z.number()])) }).nullable(),
  preview: z.custom<StoredPreview>().nullable(),
  report: z.custom<StoredReport>().nullable(),
  event: z.string().nullable(),
  undone: z.boolean(),
  /** When its file was cleared away because it was never written; nothing can be ordered of it since. */
  fileGoneAt: z.date().nullable(),
});
/** An import as it is stored: words as codes. */
export type ImportRow = z.infer<typeof row>;

/** The outlines are most of a preview; only an import that waits for a decision shows them. */
const withoutOutlines = `import.preview - 'outlines'`;
const whilePreviewed = `case when phase = 'ready' then import.preview else ${withoutOutlines} end`;
const columns = (preview: string) => `
  select import.id, actor, import.at, file_name as "fileName", import.sha256, byte_length as "byteLength", phase, kind, settings, progress,
    error, ${preview} as preview, report, undone, file_gone_at as "fileGoneAt",
    (select max(id)::text from event
       where subject_kind = 'import' and subject_id = import.id::text and verb = 'commit-import') as event
  from import join file on file.sha256 = import.sha256`;

/** One import; null when there is none of that id. */
export async function readImport(db: Queryable, id: string): Promise<ImportRow | null> {
  const [found] = await db.query({ text: `${columns(whilePreviewed)} where import.id = $1`, values: [id] }, row);
  return found ?? null;
}

const listed = 100;

/** The newest imports, without their outlines. */
export async function listImports(db: Queryable): Promise<ImportRow[]> {
  return db.query({ text: `${columns(withoutOutlines)} order by import.at desc limit $1`, values: [listed] }, row);
}

/** Imports of a kind whose records are still on the map, which another may be put in the place of, newest first. */
export async function listReplaceable(db: Queryable, kind: ImportKind): Promise<Replaceable[]> {
  return db.query(
    {
      text: `select id, file_name as "fileName", at, (report ->> 'accepted')::int as count from import
             where kind = $1 and phase = 'done' and not undone and not exists (
               select from import later where later.settings ->> 'replaces' = import.id::text and later.phase = 'done' and not later.undone)
             order by at desc limit $2`,
      values: [kind, listed],
    },
    replaceable,
  );
}
const replaceable = z.object({ id: z.string(), fileName: z.string(), at: z.date(), count: z.number() });
export type Replaceable = z.infer<typeof replaceable>;
