import type { OgcCrs } from '../crs';
import { rectangle } from '../rectangle';
import type { Reader } from './reader';

type Position = readonly [number, number];
type Turn = OgcCrs['toLonLat'];

const shapes = {
  point: (reader: Reader, turn: Turn) => `(${inBrackets(reader, () => position(reader, turn))})`,
  linestring: (reader: Reader, turn: Turn) => line(reader, turn),
  polygon: (reader: Reader, turn: Turn) => polygon(reader, turn),
  multipoint: (reader: Reader, turn: Turn) =>
    `(${list(reader, () => (reader.is('(') ? inBrackets(reader, () => position(reader, turn)) : position(reader, turn)))})`,
  multilinestring: (reader: Reader, turn: Turn) => `(${list(reader, () => line(reader, turn))})`,
  multipolygon: (reader: Reader, turn: Turn) => `(${list(reader, () => polygon(reader, turn))})`,
} as const;
type Shape = keyof typeof shapes;
const boxes = ['bbox', 'envelope'] as const;
const names = [...Object.keys(shapes), ...boxes];

/** Whether the word begins a geometry. */
export const beginsGround = (word: string): boolean => names.includes(word.toLowerCase());

/**
 * Reads a geometry in well-known text, or BBOX(…) and ENVELOPE(…), in the axes of a system; answers well-known text with
 * longitude first, in degrees. A ring that is not closed is at fault.
 */
export function readGround(reader: Reader, turn: Turn): string {
  const word = reader.take().value.toLowerCase();
  if (boxes.some((name) => name === word)) {
    const corners = inBrackets(reader, () => {
      const all = [reader.number()];
      while (reader.skip(',')) all.push(reader.number());
      return all;
    });
    const found = corners.length === 4 ? rectangle(corners, turn) : null;
    return found ?? reader.fail('BBOX(minx,miny,maxx,maxy)');
  }
  return `${word.toUpperCase()}${shapes[word as Shape](reader, turn)}`;
}

function inBrackets<T>(reader: Reader, read: () => T): T {
  reader.need('(');
  const found = read();
  reader.need(')');
  return found;
}

function list(reader: Reader, read: () => string): string {
  return inBrackets(reader, () => {
    const all = [read()];
    while (reader.skip(',')) all.push(read());
    return all.join(',');
  });
}

function coordinates(reader: Reader, turn: Turn): Position {
  const asked = [reader.number(), reader.number()] as const;
  const found = asked.every(Number.isFinite) ? turn(...asked) : asked;
  return found.every(Number.isFinite) ? found : reader.fail('x y');
}

function position(reader: Reader, turn: Turn): string {
  return coordinates(reader, turn).join(' ');
}

function points(reader: Reader, turn: Turn, least: number): string[] {
  return inBrackets(reader, () => {
    const all = [position(reader, turn)];
    while (reader.skip(',')) all.push(position(reader, turn));
    return all.length < least ? reader.fail(`>= ${least} x y`) : all;
  });
}

function line(reader: Reader, turn: Turn): string {
  return `(${points(reader, turn, 2).join(',')})`;
}

function polygon(reader: Reader, turn: Turn): string {
  return `(${list(reader, () => {
    const ring = points(reader, turn, 4);
    return ring[0] === ring.at(-1) ? `(${ring.join(',')})` : reader.fail(`${ring[0]} )`);
  })})`;
}
