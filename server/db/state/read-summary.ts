import { z } from 'zod';
import type { Queryable, Statement } from '../pool';
import { bboxRow } from '../row-types';

const row = z.object({ extent: bboxRow.nullable(), dataDate: z.iso.date().nullable(), sample: z.boolean() });
export type Summary = z.output<typeof row>;

/** Extent of the zones under the plan, newest date of any dataset, and whether sample records are loaded. */
export function readSummaryQuery(): Statement {
  return {
    text: `
      select
        (select array[st_xmin(box), st_ymin(box), st_xmax(box), st_ymax(box)]
           from (select st_extent(geom) as box from unit where kind <> 'context') zones where box is not null) as extent,
        greatest((select max(retrieved) from source),
                 (select max(at)::date from import where phase = 'done' and not undone)) as "dataDate",
        exists (select from parcel where sample) or exists (select from park where sample) as sample`,
  };
}

/** What the page says about the data as a whole. */
export async function readSummary(db: Queryable): Promise<Summary> {
  const [found] = await db.query(readSummaryQuery(), row);
  return found ?? { extent: null, dataDate: null, sample: false };
}
