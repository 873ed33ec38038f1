import { z } from 'zod';
import { named } from '../../../data/contract';
import type { Collection } from '../../ogc/collections/collection';
import type { Queryable, Statement } from '../pool';

const row = z.object({
  id: z.string(),
  title: named,
  publisher: z.string(),
  licence: z.string(),
  sample: z.boolean(),
  schematic: z.boolean(),
});
export type SourceOf = z.output<typeof row>;

/** The sources that the features of a collection come from. */
export function listSourcesOfQuery({ sourceTable }: Collection): Statement {
  return {
    text: `select id, title, publisher, licence, sample, schematic from source s
           where exists (select from ${sourceTable} t where t.source = s.id) order by sample, id`,
  };
}

/** The sources of a collection with their licences. */
export async function listSourcesOf(db: Queryable, collection: Collection): Promise<SourceOf[]> {
  return db.query(listSourcesOfQuery(collection), row);
}
