import { type Answer, areal, type pickParcels as endpoint, type Handled } from '../../../data/contract';
import type { Queryable, Statement } from '../pool';
import { geoJsonSql } from '../row-types';
import { parcelColumns, parcelRowSchema, withMu } from './parcel-row';

type Asked = Handled<typeof endpoint>['body'];
type Picked = Answer<typeof endpoint>;

/** An outline that holds more than this picks nothing. */
const MOST_WITHIN = 2000;
const row = parcelRowSchema.extend({ geometry: areal });

/** Parcels by number, by id, or whose inner point lies within an outline. */
export function pickParcelsQuery(asked: Asked): Statement {
  const columns = `${parcelColumns}, ${geoJsonSql('p.geom')} as geometry`;
  if ('numbers' in asked)
    return {
      text: `select ${columns} from parcel p where p.number = any($1) order by p.number, p.id`,
      values: [asked.numbers],
    };
  if ('ids' in asked)
    return {
      text: `select ${columns} from parcel p where p.id = any($1::bigint[]) order by p.id`,
      values: [asked.ids],
    };
  return {
    text: `with outline as (select st_makevalid(st_setsrid(st_geomfromgeojson($1), 4490)) as geom),
                inside as (select p.id from parcel p, outline o
                            where p.geom && o.geom and st_intersects(st_pointonsurface(p.geom), o.geom)
                            limit $2::int)
           select ${columns} from inside join parcel p using (id) order by p.number, p.id`,
    values: [JSON.stringify(asked.within), MOST_WITHIN + 1],
  };
}

/** The parcels picked; those nobody knows, and numbers that more than one parcel carries, are named. */
export async function pickParcels(db: Queryable, asked: Asked): Promise<Picked> {
  const rows = await db.query(pickParcelsQuery(asked), row);
  if ('within' in asked && rows.length > MOST_WITHIN) return { parcels: [], unknown: [], ambiguous: [], tooMany: true };
  const parcels = rows.map(withMu);
  const wanted = 'numbers' in asked ? asked.numbers : 'ids' in asked ? asked.ids : [];
  const times = new Map<string, number>();
  for (const parcel of parcels) {
    const name = 'numbers' in asked ? parcel.number : parcel.id;
    times.set(name, (times.get(name) ?? 0) + 1);
  }
  return {
    parcels,
    unknown: [...new Set(wanted)].filter((name) => !times.has(name)),
    ambiguous: [...times].filter(([, count]) => count > 1).map(([name]) => name),
    tooMany: false,
  };
}
