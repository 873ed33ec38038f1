import { types } from 'pg';

const oid = {
  int8: 20,
  int8Array: 1016,
  numeric: 1700,
  numericArray: 1231,
  date: 1082,
  dateArray: 1182,
  textArray: 1009,
};
type Parse = (text: string) => unknown;

/** Counts come back as numbers; one too large for a number stays text rather than lose a digit. */
const parseInt8: Parse = (text) => {
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : text;
};
const parseTextArray = types.getTypeParser(oid.textArray, 'text') as (text: string) => (string | null)[];
const each =
  (parse: Parse): Parse =>
  (text) =>
    parseTextArray(text).map((item) => (item === null ? null : parse(item)));

const parsers = new Map<number, Parse>([
  [oid.int8, parseInt8],
  [oid.int8Array, each(parseInt8)],
  [oid.numeric, Number],
  [oid.numericArray, each(Number)],
  // A calendar day has no hour and no time zone: it stays the text YYYY-MM-DD.
  [oid.date, String],
  [oid.dateArray, parseTextArray],
]);

/** Reads PostgreSQL values so that int8 and numeric are numbers and a date is the text YYYY-MM-DD. */
export const typeParsers = {
  getTypeParser: ((id: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers.get(id)) || types.getTypeParser(id, format)) as typeof types.getTypeParser,
};
