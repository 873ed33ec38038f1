import { z } from 'zod';
import { type listRulings as endpoint, type Handled, type Ruling, ruling } from '../../../data/contract';
import { conditions } from '../conditions';
import type { Queryable, Statement } from '../pool';
import { GAP_RULING, plotRulingSql } from './ruling-sql';

type Asked = Handled<typeof endpoint>['query'];

const row = z.object({ ruling });

/** Rulings in force on plots and gaps, newest first; a parcel's are those on it and on gaps that it borders. */
export function listRulingsQuery({ park, parcel }: Asked): Statement {
  const where = conditions();
  where.add("r.withdrawn_at is null and r.subject_kind in ('plot', 'gap')");
  // Kind by kind: the index of rulings in force begins with the kind.
  if (park)
    where.add(
      `(r.subject_kind = 'plot' and r.park = ?::bigint or r.subject_kind = 'gap' and r.park = ?::bigint)`,
      park,
      park,
    );
  if (parcel)
    where.add(
      `(r.subject_kind = 'plot' and r.subject_id = ? or r.subject_kind = 'gap' and r.claim -> 'plots' @> to_jsonb(?::text))`,
      parcel,
      parcel,
    );
  return {
    text: `select case r.subject_kind when 'plot' then ${plotRulingSql('f.kind')} else ${GAP_RULING} end as ruling
           from ruling r
           left join leftover_finding f on r.subject_kind = 'plot' and f.park = r.park and f.parcel::text = r.subject_id
           ${where.clause} order by r.at desc, r.id desc`,
    values: where.values,
  };
}

/** Rulings in force on plots and gaps. */
export async function listRulings(db: Queryable, asked: Asked): Promise<Ruling[]> {
  const rows = await db.query(listRulingsQuery(asked), row);
  return rows.map((found) => found.ruling);
}
