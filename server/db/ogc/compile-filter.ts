import { refusal } from '../../errors';
import type { Collection, Property } from '../../ogc/collections/collection';
import type { Expression, GroundOperand, Operand } from '../../ogc/cql2/expression';
import { readMoment } from '../../ogc/moment';
import { compareMoments, momentSql } from './moment-sql';

/** Where a filter's values are bound and the joins that its properties need are asked for. */
export interface Filtering {
  readonly collection: Collection;
  bind(value: unknown): string;
  /** SQL of a property that can be asked. */
  ask(property: Property): string;
}
type Scalar = { type: Property['type'] | 'moment'; sql: string; operand: Operand };

/** The name under which a filter calls a feature's own geometry. */
export const GEOMETRY = 'geometry';

/** The property of a name; one that cannot be asked is refused with the list of those that can. */
export function queryable(collection: Collection, name: string): Property {
  const known = collection.properties.filter(({ asked }) => asked !== null);
  const found = known.find((property) => property.name === name);
  if (found) return found;
  throw refusal('ogc-property-unknown', {
    name,
    collection: collection.id,
    known: [...known.map((property) => property.name), GEOMETRY].join(', '),
  });
}

/** SQL of a filter with every value bound; unknown properties and values of the wrong kind are refused by place. */
export function compileFilter(expression: Expression, to: Filtering): string {
  switch (expression.kind) {
    case 'and':
    case 'or':
      return `(${expression.parts.map((part) => compileFilter(part, to)).join(` ${expression.kind} `)})`;
    case 'not':
      return `(not ${compileFilter(expression.part, to)})`;
    case 'constant':
      return String(expression.value);
    case 'null':
      return `(${scalar(expression.operand, to).sql} is null)`;
    case 'like':
      return `(${text(expression.operand, to)} like ${pattern(expression.pattern, to)})`;
    case 'compare':
      return compare(expression, to);
    case 'between': {
      const { operand, least, most } = expression;
      return `(${compare({ by: '>=', left: operand, right: least }, to)} and ${compare({ by: '<=', left: operand, right: most }, to)})`;
    }
    case 'in':
      return `(${expression.list.map((right) => compare({ by: '=', left: expression.operand, right }, to)).join(' or ')})`;
    case 'spatial':
      return `st_${expression.by.slice(2)}(${ground(expression.left, to)}, ${ground(expression.right, to)})`;
    case 'temporal': {
      const found = scalar(expression.operand, to);
      if (found.type !== 'timestamp') wrongKind(expression.operand, 'timestamp');
      return momentSql(expression.by, found.sql, expression.when, to.bind);
    }
  }
}

type Compared = Omit<Extract<Expression, { kind: 'compare' }>, 'kind'>;

function compare({ by, left, right }: Compared, to: Filtering): string {
  const one = scalar(left, to);
  const other = scalar(right, to, one.type);
  if (other.type === 'timestamp' && one.type !== 'timestamp')
    return compare({ by: turnedRound[by], left: right, right: left }, to);
  if (one.type === 'timestamp' && other.type === 'moment' && other.operand.kind === 'moment')
    return compareMoments(by, one.sql, other.operand.value, to.bind);
  if (!alike(one.type, other.type)) wrongKind(right, one.type);
  return `(${one.sql} ${by} ${other.sql})`;
}

const turnedRound = { '=': '=', '<>': '<>', '<': '>', '>': '<', '<=': '>=', '>=': '<=' } as const;

function alike(one: Scalar['type'], other: Scalar['type']): boolean {
  const kind = (type: Scalar['type']) => (type === 'integer' ? 'number' : type);
  return kind(one) === kind(other) && one !== 'moment';
}

function scalar(operand: Operand, to: Filtering, beside?: Scalar['type']): Scalar {
  switch (operand.kind) {
    case 'property': {
      const found = queryable(to.collection, operand.name);
      return { type: found.type, sql: to.ask(found), operand };
    }
    case 'casei':
      return { type: 'string', sql: `lower(${text(operand.of, to)})`, operand };
    case 'moment':
      return { type: 'moment', sql: '', operand };
    case 'text': {
      // Clients that know no TIMESTAMP write times as plain text.
      const moment = beside === 'timestamp' ? readMoment(operand.value) : null;
      if (moment) return { type: 'moment', sql: '', operand: { kind: 'moment', value: moment, at: operand.at } };
      return { type: 'string', sql: `${to.bind(operand.value)}::text`, operand };
    }
    case 'number':
      return { type: 'number', sql: `${to.bind(operand.value)}::float8`, operand };
    case 'boolean':
      return { type: 'boolean', sql: `${to.bind(operand.value)}::boolean`, operand };
  }
}

function text(operand: Operand, to: Filtering): string {
  const found = scalar(operand, to);
  if (found.type !== 'string') wrongKind(operand, 'string');
  return found.sql;
}

/** A pattern is spelt out, and its last sign escapes something. */
function pattern(operand: Operand, to: Filtering): string {
  const inner = operand.kind === 'casei' ? operand.of : operand;
  if (inner.kind !== 'text' || /(?<!\\)(?:\\\\)*\\$/.test(inner.value)) wrongKind(inner, "'abc%'");
  return text(operand, to);
}

/** Ground that the text spells out may cross itself: made valid, so that laying it against the rest cannot fail. */
function ground(operand: GroundOperand, to: Filtering): string {
  if (operand.kind === 'ground')
    return `st_collectionextract(st_makevalid(st_geomfromtext(${to.bind(operand.wkt)}, 4490)))`;
  if (operand.name === GEOMETRY) return to.collection.ground;
  throw refusal('ogc-property-unknown', { name: operand.name, collection: to.collection.id, known: GEOMETRY });
}

function wrongKind(operand: Operand, expected: string): never {
  const found = 'value' in operand ? JSON.stringify(operand.value) : 'name' in operand ? operand.name : operand.kind;
  throw refusal('ogc-filter-invalid', { position: operand.at, found, expected });
}
