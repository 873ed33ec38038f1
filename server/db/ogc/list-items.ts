import type { ItemRow, Property } from '../../ogc/collections/collection';
import type { Queryable, Statement } from '../pool';
import { type AskedRows, askedRows, type RowsAsked, sqlType, type Value } from './asked-rows';

export interface SortKey {
  readonly property: Property;
  readonly descending: boolean;
}
/** The last feature of the page before: what it was sorted by, and its key. */
export interface Cursor {
  readonly values: readonly (Value | null)[];
  readonly key: string | number;
}
export interface ItemsAsked extends RowsAsked {
  readonly sort: readonly SortKey[];
  readonly after: Cursor | null;
  /** How many rows to answer at most. */
  readonly limit: number;
}

/**
 * A page of features. It starts behind a feature, not at a count, so that a deep page costs what the first one does and
 * what is written meanwhile neither repeats nor hides a feature. Nothing sorts last.
 */
export function listItemsQuery(asked: ItemsAsked): Statement {
  const { collection, sort } = asked;
  const rows = askedRows(asked);
  const sorted = sort.map(({ property }) => rows.ask(property));
  if (asked.after) rows.where.add(behind(asked, rows, sorted, asked.after));
  const columns = [
    `${collection.key} as key`,
    `st_asgeojson(st_forcepolygonccw(${collection.ground}), 10, 0) as geometry`,
    ...collection.properties.map(({ name, sql }) => `${sql} as "${name}"`),
    ...Object.entries(collection.extra ?? {}).map(([name, sql]) => `${sql} as "${name}"`),
    ...sort.map(({ property }, n) => `${property.type === 'timestamp' ? property.sql : sorted[n]} as "sort${n}"`),
  ];
  const order = sort.map(({ descending }, n) => `${sorted[n]} ${descending ? 'desc' : 'asc'} nulls last`);
  const limit = rows.where.bind(asked.limit);
  return {
    text: `select ${columns.join(', ')} from ${rows.from()} ${rows.where.clause}
           order by ${[...order, collection.key].join(', ')} limit ${limit}::int`,
    values: rows.where.values,
  };
}

function behind(
  { collection, sort }: ItemsAsked,
  { where }: AskedRows,
  sorted: readonly string[],
  after: Cursor,
): string {
  const key = `${collection.key} > ${where.bind(after.key)}::${collection.keyType === 'integer' ? 'bigint' : 'text'}`;
  return sort.reduceRight((rest, { property, descending }, n) => {
    const sql = sorted[n];
    const value = after.values[n] ?? null;
    if (value === null) return `(${sql} is null and ${rest})`;
    const bound = `${where.bind(value)}::${sqlType[property.type]}`;
    return `(${sql} ${descending ? '<' : '>'} ${bound} or ${sql} is null or (${sql} = ${bound} and ${rest}))`;
  }, key);
}

/** The rows of a page. */
export async function listItems(db: Queryable, asked: ItemsAsked): Promise<ItemRow[]> {
  return db.query<ItemRow>(listItemsQuery(asked));
}
