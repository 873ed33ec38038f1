import type { RowsAsked, Value } from '../../db/ogc/asked-rows';
import { queryable } from '../../db/ogc/compile-filter';
import type { ItemsAsked, SortKey } from '../../db/ogc/list-items';
import { refusal } from '../../errors';
import type { Collection, Property } from '../collections/collection';
import { parseCql2 } from '../cql2/parse';
import type { OgcCrs } from '../crs';
import { type Moment, readInterval, readMoment } from '../moment';
import { rectangle } from '../rectangle';
import { invalid, type Parameters } from './parameters';
import { readCrs } from './read-crs';
import { readToken } from './token';

export const DEFAULT_LIMIT = 100;
/** A larger `limit` is cut to this, as the standard asks. */
export const MOST_ITEMS = 10_000;
const MOST_SORT_KEYS = 3;
const LONGEST_FILTER = 20_000;
const FILTERING = ['bbox', 'bbox-crs', 'datetime', 'filter', 'filter-lang', 'filter-crs'];
const PAGING = ['limit', 'crs', 'sortby', 'token'];

/** What is asked of a collection: the page, the system its geometry is written in, and a name for what is matched. */
export interface ItemsQuestion {
  readonly asked: Omit<ItemsAsked, 'known'>;
  readonly crs: OgcCrs;
  /** The same for all pages of one question. */
  readonly matchedBy: string;
}

/** Names of the parameters that the items of a collection take. */
export const itemParameters = (collection: Collection): string[] => [
  ...FILTERING,
  ...PAGING,
  ...collection.properties.filter(({ asked }) => asked !== null).map(({ name }) => name),
];

/** Reads the parameters of `items`. */
export function readItemsQuestion(collection: Collection, parameters: Parameters): ItemsQuestion {
  const filters = [...parameters].filter(([name]) => ![...PAGING, 'f', 'lang'].includes(name)).toSorted();
  const sort = readSort(collection, parameters.get('sortby'));
  const token = parameters.get('token');
  const after = token === undefined ? null : readToken(token, collection, sort);
  if (token !== undefined && !after) throw invalid('token', token, 'next');
  const asked = {
    collection,
    bbox: readBbox(parameters),
    datetime: readDatetime(parameters.get('datetime')),
    equal: readEqual(collection, parameters),
    filter: readFilter(parameters),
    key: null,
    sort,
    after,
    limit: readLimit(parameters.get('limit')),
  };
  return { asked, crs: readCrs('crs', parameters), matchedBy: JSON.stringify([collection.id, ...filters]) };
}

function readLimit(text: string | undefined): number {
  if (text === undefined) return DEFAULT_LIMIT;
  if (!/^\d{1,9}$/.test(text) || Number(text) < 1) throw invalid('limit', text, `1–${MOST_ITEMS}`);
  return Math.min(Number(text), MOST_ITEMS);
}

function readBbox(parameters: Parameters): string | null {
  const crs = readCrs('bbox-crs', parameters);
  const text = parameters.get('bbox');
  if (text === undefined) return null;
  const numbers = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  // With heights, which nothing here has, a corner is three numbers.
  const corners = numbers.length === 6 ? numbers.filter((_, place) => place % 3 !== 2) : numbers;
  const found = corners.length === 4 ? rectangle(corners, crs.toLonLat) : null;
  const order = crs.firstAxis === 'east' ? 'minx,miny,maxx,maxy' : 'minNorth,minEast,maxNorth,maxEast';
  return found ?? fail(invalid('bbox', text, `${order} (${crs.code})`));
}

function readDatetime(text: string | undefined): Moment | null {
  if (text === undefined) return null;
  return (
    readInterval(text) ?? fail(invalid('datetime', text, '2026-01-31T08:00:00Z, 2026-01-01/2026-01-31, ../…, …/..'))
  );
}

function readFilter(parameters: Parameters): RowsAsked['filter'] {
  const language = parameters.get('filter-lang') ?? 'cql2-text';
  if (language !== 'cql2-text') throw invalid('filter-lang', language, 'cql2-text');
  const crs = readCrs('filter-crs', parameters);
  const text = parameters.get('filter');
  if (text === undefined) return null;
  if (text.length > LONGEST_FILTER) throw invalid('filter', text, `<= ${LONGEST_FILTER}`);
  const parsed = parseCql2(text, crs);
  if (parsed.ok) return parsed.expression;
  throw refusal('ogc-filter-invalid', { position: parsed.at, found: parsed.found, expected: parsed.expected });
}

function readSort(collection: Collection, text: string | undefined): SortKey[] {
  if (text === undefined) return [];
  const names = text.split(',');
  if (names.length > MOST_SORT_KEYS) throw invalid('sortby', text, `<= ${MOST_SORT_KEYS}`);
  // A plus sign in an address means a blank.
  return names.map((name) => ({
    property: queryable(collection, name.replace(/^[+\- ]/, '')),
    descending: name.startsWith('-'),
  }));
}

function readEqual(collection: Collection, parameters: Parameters): RowsAsked['equal'] {
  return collection.properties.flatMap((property) => {
    const text = property.asked ? parameters.get(property.name) : undefined;
    return text === undefined ? [] : [{ property, value: readValue(property, text) }];
  });
}

function readValue({ name, type }: Property, text: string): Value | Moment {
  if (type === 'timestamp') return readMoment(text) ?? fail(invalid(name, text, '2026-01-31T08:00:00Z'));
  if (type === 'boolean')
    return text === 'true' || (text === 'false' ? false : fail(invalid(name, text, 'true, false')));
  if (type !== 'number' && type !== 'integer') return text;
  const number = text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(number) ? number : fail(invalid(name, text, '0-9'));
}

function fail(error: Error): never {
  throw error;
}
