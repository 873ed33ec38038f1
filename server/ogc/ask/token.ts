import { z } from 'zod';
import type { Cursor, SortKey } from '../../db/ogc/list-items';
import type { Collection, Property } from '../collections/collection';
import { readMoment } from '../moment';

const body = z.tuple([
  z.string(),
  z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])),
  z.union([z.string(), z.number().int()]),
]);

/** The place where the next page begins, as text that says nothing to anybody else. */
export function writeToken(sort: readonly SortKey[], { values, key }: Cursor): string {
  return Buffer.from(JSON.stringify([nameOf(sort), values, key])).toString('base64url');
}

/** Reads such a place; null when it is none, or belongs to another order of the features. */
export function readToken(token: string, collection: Collection, sort: readonly SortKey[]): Cursor | null {
  const found = body.safeParse(parsed(Buffer.from(token, 'base64url').toString('utf8')));
  if (!found.success) return null;
  const [name, values, key] = found.data;
  const fits = sort.every(({ property }, n) => isOf(property.type, values[n] ?? null));
  const keyFits = typeof key === (collection.keyType === 'integer' ? 'number' : 'string');
  return name === nameOf(sort) && values.length === sort.length && fits && keyFits ? { values, key } : null;
}

function isOf(type: Property['type'], value: string | number | boolean | null): boolean {
  if (value === null) return true;
  if (type === 'timestamp') return typeof value === 'string' && readMoment(value) !== null;
  if (type === 'number' || type === 'integer') return typeof value === 'number';
  return type === 'boolean' ? typeof value === 'boolean' : typeof value === 'string' && !value.includes('\u0000');
}

function nameOf(sort: readonly SortKey[]): string {
  return sort.map(({ property, descending }) => `${descending ? '-' : '+'}${property.name}`).join();
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
