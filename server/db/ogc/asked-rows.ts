import type { Collection, Known, Property } from '../../ogc/collections/collection';
import type { Expression } from '../../ogc/cql2/expression';
import type { Moment } from '../../ogc/moment';
import { type Conditions, conditions } from '../conditions';
import { compileFilter, queryable } from './compile-filter';
import { momentSql } from './moment-sql';

export type Value = string | number | boolean;

/** Which features of a collection are asked for. */
export interface RowsAsked {
  readonly collection: Collection;
  readonly known: Known;
  /** Well-known text in degrees that the geometry must meet. */
  readonly bbox: string | null;
  readonly datetime: Moment | null;
  readonly equal: readonly { readonly property: Property; readonly value: Value | Moment }[];
  readonly filter: Expression | null;
  readonly key: string | null;
}

/** A statement under way: its tables, its conditions, and properties that ask for their joins. */
export interface AskedRows {
  readonly from: () => string;
  readonly where: Conditions;
  ask(property: Property): string;
}

/** Turns a question into tables and conditions; every value is bound. */
export function askedRows(asked: RowsAsked): AskedRows {
  const { collection } = asked;
  const where = conditions();
  const joins = new Set<string>();
  const ask = (property: Property): string => {
    if (property.asked?.join) joins.add(property.asked.join);
    return property.asked?.sql ?? property.sql;
  };
  if (asked.key !== null)
    where.add(`${collection.key} = ?::${collection.keyType === 'integer' ? 'bigint' : 'text'}`, asked.key);
  if (asked.bbox) where.add(`st_intersects(${collection.ground}, st_geomfromtext(?, 4490))`, asked.bbox);
  if (asked.datetime && collection.time) {
    const instant = ask(queryable(collection, collection.time));
    where.add(momentSql('t_intersects', instant, asked.datetime, where.bind));
  }
  for (const { property, value } of asked.equal)
    where.add(
      typeof value === 'object'
        ? momentSql('t_intersects', ask(property), value, where.bind)
        : `${ask(property)} = ${where.bind(value)}::${sqlType[property.type]}`,
    );
  if (asked.filter) where.add(compileFilter(asked.filter, { collection, bind: where.bind, ask }));
  const from = collection.from(where.bind, asked.known);
  return { from: () => [from, ...joins].join(' '), where, ask };
}

/** What a bound value is cast to beside a property. */
export const sqlType: Readonly<Record<Property['type'], string>> = {
  string: 'text',
  named: 'text',
  number: 'float8',
  integer: 'float8',
  boolean: 'boolean',
  timestamp: 'timestamptz',
};
