import { z } from 'zod';
import { type Collection, timeSql } from '../../ogc/collections/collection';
import type { Queryable, Statement } from '../pool';
import { bboxRow, bboxSql } from '../row-types';
import { askedRows } from './asked-rows';

const row = z.object({
  bbox: bboxRow.nullable(),
  from: z.string().nullable(),
  until: z.string().nullable(),
  sample: z.boolean(),
});
export type CollectionExtent = z.output<typeof row>;

/** Where and when the features of a collection lie, and whether any of them is sample data. */
export function measureExtentQuery(collection: Collection): Statement {
  const asked = { collection, known: { verdicts: [] }, bbox: null, datetime: null, equal: [], filter: null, key: null };
  const { from, where } = askedRows(asked);
  const time = collection.properties.find(({ name }) => name === collection.time)?.asked?.sql;
  const sample = collection.properties.find(({ name }) => name === 'sample')?.sql;
  return {
    text: `select case when box is not null then ${bboxSql('box')} end as bbox, since as "from", latest as until, sample
           from (select st_extent(${collection.ground})::geometry as box,
                        ${time ? timeSql(`min(${time})`) : 'null::text'} as since,
                        ${time ? timeSql(`max(${time})`) : 'null::text'} as latest,
                        ${sample ? `coalesce(bool_or(${sample}), false)` : 'false'} as sample
                   from ${from()}) whole`,
    values: where.values,
  };
}

/** The extent of a collection; its bbox is null while it is empty. */
export async function measureExtent(db: Queryable, collection: Collection): Promise<CollectionExtent> {
  const [found] = await db.query(measureExtentQuery(collection), row);
  return found ?? { bbox: null, from: null, until: null, sample: false };
}
