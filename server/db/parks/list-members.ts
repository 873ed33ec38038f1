import { z } from 'zod';
import { areal } from '../../../data/contract';
import type { Queryable, Statement } from '../pool';
import { geoJsonSql } from '../row-types';
import { type CaseOf, withParkGround } from './park-ground';

const row = z.object({ park: z.string(), id: z.string(), number: z.string(), geometry: areal });
export type Member = z.output<typeof row>;

/** Members of the parks with their ground. */
export function listMembersQuery(of: CaseOf): Statement {
  const { text, where } = withParkGround(of);
  return {
    text: `${text} select m.park, p.id::text as id, p.number, ${geoJsonSql('p.geom')} as geometry
           from member m join parcel p on p.id = m.parcel order by m.park, p.id`,
    values: where.values,
  };
}

/** Members of the parks, in the order of their ids. */
export async function listMembers(db: Queryable, of: CaseOf): Promise<Member[]> {
  return db.query(listMembersQuery(of), row);
}
