import { z } from 'zod';
import { leftoverKind } from '../../../data/contract';
import type { Queryable, Statement } from '../pool';

const row = z.object({
  parcel: z.string(),
  kind: leftoverKind,
  atLimit: z.boolean(),
  wouldBe: leftoverKind.nullable(),
});

/** Plots beside a park with the class that holds; what a person ruled on is open no more, what was rejected is left out. */
export function listStandingQuery(park: string): Statement {
  return {
    text: `select parcel::text as parcel, kind,
                  ruling is null and coalesce((finding ->> 'atLimit')::boolean, false) as "atLimit",
                  case when ruling is null then finding ->> 'wouldBe' end as "wouldBe"
           from standing_leftover where park = $1::bigint and kind is not null order by parcel`,
    values: [park],
  };
}

/** The plots beside a park with the class that holds of each. */
export const listStanding = (db: Queryable, park: string) => db.query(listStandingQuery(park), row);
