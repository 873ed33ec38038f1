import { z } from 'zod';
import type { Queryable } from '../pool';

/** SQL of the moment at which an import was last withdrawn as a whole. */
export const withdrawnAtSql = (id: string): string =>
  `(select max(w.at) from event w where w.subject_kind = 'import' and w.subject_id = ${id}::text and w.verb = 'withdraw-import')`;

const row = z.object({ at: z.date().nullable() });

/** When an import was last withdrawn as a whole; null where it never was. */
export async function readWithdrawal(db: Queryable, id: string): Promise<Date | null> {
  const [found] = await db.query({ text: `select ${withdrawnAtSql('$1')} as at`, values: [id] }, row);
  return found?.at ?? null;
}
