import type { Named, ParkRow, TileLayerName } from '../../../data/contract';
import { type collectionWords, propertyWords } from '../../../data/words/ogc';
import type { CountedLayer } from '../../db/state/read-versions';
import type { Lang } from '../../lang';

export type CollectionId = keyof typeof collectionWords;
type PropertyName = keyof typeof propertyWords;

/** What a value of a feature may be; `named` is a name in two languages, of which the reader gets one. */
export type PropertyType = 'string' | 'number' | 'integer' | 'boolean' | 'timestamp' | 'named';

/** One property of the features of a collection: how it is shown, and how it may be asked. */
export interface Property {
  readonly name: string;
  readonly type: PropertyType;
  readonly title: Named;
  /** SQL as it is shown, looked up for the rows of a page alone. */
  readonly sql: string;
  /** How it is asked of all rows where that is another way than it is shown; null = it cannot be asked. */
  readonly asked: { readonly join: string; readonly sql: string } | null;
  /** The values it may take, in words: these are shown beside it as `<name>Text`. */
  readonly words: Readonly<Record<string, Named>> | null;
}

/** What the queries of a collection must be given because no column holds it. */
export interface Known {
  readonly verdicts: readonly Pick<ParkRow, 'id' | 'title' | 'contiguity'>[];
}

/** One row as the statement answers it. Pages hold thousands, so these are not parsed one by one. */
export interface ItemRow {
  readonly key: string | number;
  readonly geometry: string;
  readonly [column: string]: unknown;
}

/** One collection of `/ogc`: what may be seen and asked of it, and nothing else. */
export interface Collection {
  readonly id: CollectionId;
  readonly title: Named;
  readonly description: Named;
  /** Table and joins; what no column holds is bound. */
  readonly from: (bind: (value: unknown) => string, known: Known) => string;
  /** SQL of the unique, indexed key by which pages follow each other; it is the feature's id. */
  readonly key: string;
  readonly keyType: 'integer' | 'text';
  /** SQL of the geometry in EPSG:4490, on which the index stands. */
  readonly ground: string;
  readonly geometryFormat: 'geometry-multipolygon' | 'geometry-any';
  /** The property in which a feature's time stands. */
  readonly time: string | null;
  readonly properties: readonly Property[];
  /** SQL of what `tell` needs beside the properties. */
  readonly extra?: Readonly<Record<string, string>>;
  /** Properties that are sentences in the reader's language; they cannot be asked. */
  readonly tell?: (row: ItemRow, lang: Lang) => Readonly<Record<string, unknown>>;
  readonly told?: readonly PropertyName[];
  readonly layer: TileLayerName;
  /** Data beside the layer's own that its features show. */
  readonly alsoFrom: readonly CountedLayer[];
  /** Table whose rows name their source. */
  readonly sourceTable: 'parcel' | 'park' | 'unit' | 'corridor';
  readonly hasSample: boolean;
}

/** Declares a property that is asked as it is shown. */
export function property(
  name: PropertyName,
  type: PropertyType,
  sql: string,
  more: { asked?: Property['asked']; words?: Property['words'] } = {},
): Property {
  const asked = more.asked === undefined ? { join: '', sql } : more.asked;
  return {
    name,
    type,
    title: propertyWords[name],
    sql,
    asked: type === 'named' ? null : asked,
    words: more.words ?? null,
  };
}

/** Declares a time, shown and asked in whole seconds alike, so that what is shown finds its feature again. */
export function timestamp(name: PropertyName, column: string): Property {
  const seconds = `date_trunc('second', ${column})`;
  return property(name, 'timestamp', timeSql(seconds), { asked: { join: '', sql: seconds } });
}

/** Declares the title of the source that a table's rows come from. */
export function sourceTitle(alias: string): Property {
  return property('sourceTitle', 'named', `(select s.title from source s where s.id = ${alias}.source)`);
}

/** Declares the name of the unit that a table's rows lie in. */
export function unitName(alias: string): Property {
  return property('unitName', 'named', `(select u.name from unit u where u.id = ${alias}.unit)`);
}

/** SQL of a time as RFC 3339 text in UTC, to the second. */
export const timeSql = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

/** SQL of square metres in mu. */
export const muSql = (squareMetres: string): string => `(${squareMetres} / (2000.0 / 3))::float8`;
