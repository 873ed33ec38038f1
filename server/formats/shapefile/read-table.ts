import { decodeText } from '../decode-text';
import type { FileBytes } from '../file-bytes';

interface Field {
  nameBytes: Uint8Array;
  type: string;
  at: number;
  length: number;
}

/** A .dbf laid open: its fields, and where each row begins. */
export interface Table {
  ok: true;
  bytes: FileBytes;
  fields: Field[];
  rowCount: number;
  rowsAt: number;
  rowLength: number;
  /** Language byte: 0x4D is code page 936. */
  language: number;
}

const headerBytes = 32;
const fieldBytes = 32;
const fieldNameBytes = 11;
const headerEnd = 0x0d;
const deletedFlag = 0x2a;
const minimalHeaderBytes = headerBytes + 1;
/** The length of the header is told in two bytes. */
const headBytesAtMost = 0x10000;

/** Opens a dBASE table, refusing one whose header and length disagree. */
export function openTable(bytes: FileBytes): Table | { ok: false; detail: string } {
  if (bytes.byteLength < minimalHeaderBytes) return { ok: false, detail: 'no table header' };
  const head = bytes.slice(0, Math.min(bytes.byteLength, headBytesAtMost)).slice();
  const view = new DataView(head.buffer);
  const rowCount = view.getUint32(4, true);
  const rowsAt = view.getUint16(8, true);
  const rowLength = view.getUint16(10, true);
  const fields: Field[] = [];
  let within = 1;
  for (let at = headerBytes; at + fieldBytes <= rowsAt && head[at] !== headerEnd; at += fieldBytes) {
    const type = String.fromCharCode(head[at + fieldNameBytes] ?? 0);
    // A text field longer than 255 keeps the rest of its length where numbers keep their decimals.
    const length = (head[at + 16] ?? 0) + (type === 'C' ? (head[at + 17] ?? 0) * 256 : 0);
    fields.push({ nameBytes: upToNul(head.subarray(at, at + fieldNameBytes)), type, at: within, length });
    within += length;
  }
  if (fields.length === 0) return { ok: false, detail: 'no fields' };
  if (within !== rowLength) return { ok: false, detail: `fields take ${within} bytes, rows ${rowLength}` };
  if (rowsAt + rowCount * rowLength > bytes.byteLength)
    return { ok: false, detail: `cut short: ${rowCount} rows do not fit` };
  return { ok: true, bytes, fields, rowCount, rowsAt, rowLength, language: head[29] ?? 0 };
}

/** Names of the fields in an encoding, made different where two are the same. */
export function fieldNames(table: Table, encoding: string): string[] {
  const seen = new Map<string, number>();
  return table.fields.map((field, n) => {
    const name = textOf(field.nameBytes, encoding) || `field${n + 1}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name}_${times}`;
  });
}

/** Whether a row is marked as deleted. */
export function isDeleted(table: Table, row: number): boolean {
  const at = table.rowsAt + row * table.rowLength;
  return table.bytes.slice(at, at + 1)[0] === deletedFlag;
}

/** Values of one row; a blank is null, a number that cannot be read stays the text that stood there. */
export function readRow(
  table: Table,
  names: readonly string[],
  row: number,
  encoding: string,
): Record<string, unknown> {
  const values = table.fields.map((field, n) => [names[n] as string, cellValue(table, field, row, encoding)]);
  return Object.fromEntries(values);
}

/** Raw bytes of every text in the table, names included, for telling the encoding. */
export function* textBytes(table: Table): Generator<Uint8Array> {
  for (const field of table.fields) yield field.nameBytes;
  const texts = table.fields.filter((field) => field.type === 'C');
  for (let row = 0; row < table.rowCount; row++) for (const field of texts) yield cell(table, field, row);
}

function cell(table: Table, field: Field, row: number): Uint8Array {
  const at = table.rowsAt + row * table.rowLength + field.at;
  return table.bytes.slice(at, at + field.length);
}

function cellValue(table: Table, field: Field, row: number, encoding: string): unknown {
  const bytes = cell(table, field, row);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (field.type === 'I' && field.length === 4) return view.getInt32(0, true);
  if (field.type === 'O' && field.length === 8) return view.getFloat64(0, true);
  const text = textOf(upToNul(bytes), encoding);
  if (text === '') return null;
  if (field.type === 'L') return /^[YyTt]$/.test(text) ? true : /^[NnFf]$/.test(text) ? false : null;
  if (field.type === 'D')
    return /^\d{8}$/.test(text) ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` : text;
  if (field.type !== 'N' && field.type !== 'F') return text;
  // A number too large to hold every digit, such as a parcel code, stays text.
  const number = Number(text);
  const exact = Number.isFinite(number) && (Number.isSafeInteger(number) || !Number.isInteger(number));
  return /^\*+$/.test(text) ? null : exact ? number : text;
}

/** Text without the half of a character that its field cut off. */
function textOf(bytes: Uint8Array, encoding: string): string {
  return decodeText(bytes, encoding)
    .replace(/\ufffd$/, '')
    .trim();
}

function upToNul(bytes: Uint8Array): Uint8Array {
  const end = bytes.indexOf(0);
  return end < 0 ? bytes : bytes.subarray(0, end);
}
