import type { z } from 'zod';
import { type Source, source } from '../../../data/contract';
import type { Queryable, Statement } from '../pool';

const row: z.ZodType<Source> = source;

/** Every dataset with its licence, date and coverage. */
export function listSourcesQuery(): Statement {
  return {
    text: `select id, title, publisher, licence, retrieved, crs, coverage, schematic, sample, note
           from source order by sample, id`,
  };
}

/** The sources of everything shown. */
export async function listSources(db: Queryable): Promise<Source[]> {
  return db.query(listSourcesQuery(), row);
}
