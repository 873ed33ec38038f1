import { z } from 'zod';
import { importMapping } from '../../../data/contract';
import type { Queryable } from '../pool';

const remembered = z.object({
  crs: z.string().nullable(),
  encoding: z.string().nullable(),
  mapping: importMapping,
  sender: z.string().nullable(),
  fileName: z.string(),
  at: z.date(),
});
/** What was chosen for the last file of a make. */
export type Remembered = z.infer<typeof remembered>;

/** What is remembered of a make; null where no file of it has been written. */
export async function recallMake(db: Queryable, make: string): Promise<Remembered | null> {
  const [found] = await db.query(
    {
      text: `select crs, encoding, mapping, sender, file_name as "fileName", at from import_memory where make = $1`,
      values: [make],
    },
    remembered,
  );
  return found ?? null;
}

/** Remembers what an import was written with, for the next file of its make. */
export async function rememberMake(tx: Queryable, id: string): Promise<void> {
  await tx.query({
    text: `insert into import_memory (make, kind, crs, encoding, mapping, sender, file_name)
           select preview ->> 'make', kind, settings ->> 'crs', settings ->> 'encoding', settings -> 'mapping',
             nullif(settings ->> 'sender', ''), file_name
           from import where id = $1 and preview ? 'make' and settings ? 'mapping'
           on conflict (make) do update set kind = excluded.kind, crs = excluded.crs, encoding = excluded.encoding,
             mapping = excluded.mapping, sender = coalesce(excluded.sender, import_memory.sender),
             file_name = excluded.file_name, at = now()`,
    values: [id],
  });
}
