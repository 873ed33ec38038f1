import { inBoth, sourceWords } from '../../../data/words/sources';
import type { Queryable } from '../pool';

/** The source id of an import. */
export function sourceOf(id: string): string {
  return `import-${id}`;
}

/**
 * Enters the source that what an import brings will name; its publisher is the office that sent the file, where
 * that was given, and never the person who brought it in: sources are told to everybody.
 */
export async function insertImportSource(tx: Queryable, id: string): Promise<void> {
  await tx.query({
    text: `insert into source (id, title, publisher, licence, retrieved, sha256, crs, coverage, schematic, sample)
           select $2, jsonb_build_object('zh', file_name, 'en', file_name), coalesce(nullif(settings ->> 'sender', ''), $3),
                  $4, at::date, sha256,
                  coalesce(settings ->> 'crs', preview -> 'crs' ->> 'chosen', 'unknown'),
                  '{"zh": "导入文件的范围", "en": "the ground of the imported file"}', false, false
           from import where id = $1`,
    values: [id, sourceOf(id), inBoth(sourceWords.senderUnknown), inBoth(sourceWords.asGiven)],
  });
}

/** Removes the source of an import that has been taken back. */
export async function removeImportSource(tx: Queryable, id: string): Promise<void> {
  await tx.query({ text: 'delete from source where id = $1', values: [sourceOf(id)] });
}
