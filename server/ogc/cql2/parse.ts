import type { OgcCrs } from '../crs';
import { intervalOf, type Moment, readMoment } from '../moment';
import {
  type Comparison,
  comparisons,
  type Expression,
  type GroundOperand,
  type Operand,
  type SpatialFunction,
  spatialFunctions,
  type TemporalFunction,
  temporalFunctions,
} from './expression';
import { beginsGround, readGround } from './read-ground';
import { type Reader, readerOf } from './reader';
import { Cql2Fault, tokensOf } from './tokens';

export type Parsed = { ok: true; expression: Expression } | { ok: false; at: number; found: string; expected: string };

/** Deeper nesting than this is nobody's question. */
const DEEPEST = 40;

/**
 * Reads CQL2 text (OGC 21-065r2): and, or, not, the six comparisons, like, between, in, is null, casei, the spatial
 * functions with well-known text, and temporal functions on instants. Geometry is in the axes of the system given.
 */
export function parseCql2(text: string, crs: Pick<OgcCrs, 'toLonLat'>): Parsed {
  try {
    const reader = readerOf(tokensOf(text));
    const expression = either({ reader, turn: crs.toLonLat, depth: 0 });
    if (reader.next.kind !== 'end') reader.fail('AND, OR');
    return { ok: true, expression };
  } catch (error) {
    if (!(error instanceof Cql2Fault)) throw error;
    return { ok: false, at: error.at, found: error.found, expected: error.expected };
  }
}

interface State {
  readonly reader: Reader;
  readonly turn: OgcCrs['toLonLat'];
  readonly depth: number;
}

function either(state: State): Expression {
  if (state.depth > DEEPEST) state.reader.fail(`<= ${DEEPEST} ( (`);
  return joined(state, 'or', (inner) => joined(inner, 'and', negated));
}

function joined(state: State, kind: 'and' | 'or', read: (state: State) => Expression): Expression {
  const first = read(state);
  const parts = [first];
  while (state.reader.skip(kind)) parts.push(read(state));
  return parts.length === 1 ? first : { kind, parts };
}

function negated(state: State): Expression {
  return state.reader.skip('not') ? { kind: 'not', part: primary(state) } : primary(state);
}

function primary(state: State): Expression {
  const { reader } = state;
  if (reader.skip('(')) {
    const inner = either({ ...state, depth: state.depth + 1 });
    reader.need(')');
    return inner;
  }
  const word = reader.next.kind === 'word' ? reader.next.value.toLowerCase() : '';
  if (spatialFunctions.some((name) => name === word)) return spatial(state, word as SpatialFunction);
  if (temporalFunctions.some((name) => name === word)) return temporal(reader, word as TemporalFunction);
  return predicate(reader);
}

function predicate(reader: Reader): Expression {
  const left = operand(reader);
  if (reader.skip('is')) {
    const isNot = reader.skip('not');
    reader.need('null');
    return unless(isNot, { kind: 'null', operand: left });
  }
  const isNot = reader.skip('not');
  if (reader.skip('like')) return unless(isNot, { kind: 'like', operand: left, pattern: operand(reader) });
  if (reader.skip('between')) {
    const least = operand(reader);
    reader.need('and');
    return unless(isNot, { kind: 'between', operand: left, least, most: operand(reader) });
  }
  if (reader.skip('in')) {
    reader.need('(');
    const list = [operand(reader)];
    while (reader.skip(',')) list.push(operand(reader));
    reader.need(')');
    return unless(isNot, { kind: 'in', operand: left, list });
  }
  if (isNot) reader.fail('LIKE, BETWEEN, IN');
  if (reader.is(...comparisons)) {
    const by = reader.take().value as Comparison;
    return { kind: 'compare', by, left, right: operand(reader) };
  }
  // TRUE and FALSE stand for themselves.
  return left.kind === 'boolean'
    ? { kind: 'constant', value: left.value }
    : reader.fail('= <> < <= > >= LIKE BETWEEN IN IS');
}

function unless(isNot: boolean, part: Expression): Expression {
  return isNot ? { kind: 'not', part } : part;
}

function operand(reader: Reader): Operand {
  const { kind, value, at } = reader.next;
  if (kind === 'text') return { kind: 'text', value: reader.take().value, at };
  if (kind === 'number') return { kind: 'number', value: reader.number(), at };
  if (kind === 'quoted') return { kind: 'property', name: reader.take().value, at };
  if (kind !== 'word') return reader.fail("'…', 0-9, a-z");
  reader.take();
  const word = value.toLowerCase();
  if (word === 'true' || word === 'false') return { kind: 'boolean', value: word === 'true', at };
  if (!reader.is('(')) return { kind: 'property', name: value, at };
  if (word === 'casei') return { kind: 'casei', of: within(reader, () => plainOperand(reader)), at };
  if (word === 'date' || word === 'timestamp')
    return { kind: 'moment', value: within(reader, () => moment(reader)), at };
  throw new Cql2Fault(at, value, 'CASEI, DATE, TIMESTAMP, S_…, T_…');
}

/** Once is enough: nested a thousand deep it would only fill the stack. */
function plainOperand(reader: Reader): Operand {
  return reader.is('casei') ? reader.fail("'…', a-z") : operand(reader);
}

function within<T>(reader: Reader, read: () => T): T {
  reader.need('(');
  const found = read();
  reader.need(')');
  return found;
}

function moment(reader: Reader): Moment {
  const { at, value } = reader.next;
  const found = readMoment(reader.text());
  if (!found) throw new Cql2Fault(at, value, '2026-01-31, 2026-01-31T08:00:00Z');
  return found;
}

function spatial({ reader, turn }: State, by: SpatialFunction): Expression {
  reader.take();
  return within(reader, () => {
    const left = ground(reader, turn);
    reader.need(',');
    return { kind: 'spatial', by, left, right: ground(reader, turn) };
  });
}

function ground(reader: Reader, turn: OgcCrs['toLonLat']): GroundOperand {
  const { kind, value, at } = reader.next;
  if (kind === 'word' && beginsGround(value)) return { kind: 'ground', wkt: readGround(reader, turn), at };
  if (kind === 'word' || kind === 'quoted') return { kind: 'property', name: reader.take().value, at };
  return reader.fail('geometry, POINT, LINESTRING, POLYGON, MULTI…, BBOX');
}

function temporal(reader: Reader, by: TemporalFunction): Expression {
  reader.take();
  return within(reader, () => {
    const asked = operand(reader);
    reader.need(',');
    if (!reader.is('interval')) {
      const when = operand(reader);
      return when.kind === 'moment'
        ? { kind: 'temporal', by, operand: asked, when: when.value }
        : reader.fail('DATE, TIMESTAMP, INTERVAL');
    }
    reader.take();
    const { at } = reader.next;
    const [first, second] = within(reader, () => {
      const from = reader.text();
      reader.need(',');
      return [from, reader.text()] as const;
    });
    const when = intervalOf(first, second);
    if (!when) throw new Cql2Fault(at, `${first}/${second}`, "INTERVAL('2026-01-01','..')");
    return { kind: 'temporal', by, operand: asked, when };
  });
}
