import { assemblePolygons, type RawRing } from '../assemble-polygons';
import type { RawRecord } from '../raw-file';
import { readWkt } from './read-wkt';
import { isFilled, isVoid, type SheetRow, textOf } from './sheet';
import type { Drawing } from './tell-drawing';

/** The same record with its place, for drawings in which every row is a record. */
export function drawRow(raw: RawRecord, row: SheetRow, drawing: Exclude<Drawing, { kind: 'vertices' }>): RawRecord {
  if (drawing.kind === 'points') {
    const position = positionOf(row, drawing);
    if (position) return { ...raw, geometry: { type: 'Point', coordinates: position } };
    const isGiven = [drawing.east, drawing.north].some((n) => !isVoid(row.cells[n]));
    return isGiven ? { ...raw, fault: raw.fault ?? { code: 'location-partial', args: {} } } : raw;
  }
  const text = textOf(row.cells[drawing.wkt]);
  if (text === '') return raw;
  const geometry = readWkt(text);
  if (geometry) return { ...raw, geometry };
  return { ...raw, fault: raw.fault ?? { code: 'record-damaged', args: { detail: `WKT ${text.slice(0, 30)}` } } };
}

/** A plot whose vertices stand in rows: one record of all rows that bear its number. */
export function drawPlot(
  rows: readonly SheetRow[],
  record: number,
  columns: readonly string[],
  drawing: Extract<Drawing, { kind: 'vertices' }>,
): RawRecord {
  const first = rows[0] as SheetRow;
  const own = [drawing.east, drawing.north, drawing.ring, drawing.order];
  const properties = Object.fromEntries(
    columns.flatMap((name, n) => (own.includes(n) ? [] : [[name, isFilled(first.cells[n]) ? first.cells[n] : null]])),
  );
  const unreadable = rows.find((row) => positionOf(row, drawing) === null);
  const rings = new Map<string, RawRing>();
  for (const row of rows) {
    const ring = drawing.ring === null ? '' : textOf(row.cells[drawing.ring]);
    const position = positionOf(row, drawing);
    const points = rings.get(ring);
    if (position && points) points.push(position);
    else if (position) rings.set(ring, [position]);
  }
  const closed = [...rings.values()].map(close);
  const geometry = closed.length > 0 ? { type: 'MultiPolygon', coordinates: assemblePolygons(closed) } : null;
  const raw: RawRecord = { record, geometry, properties };
  if (!unreadable) return raw;
  return {
    ...raw,
    fault: {
      code: 'line-unreadable',
      args: { line: unreadable.line, text: unreadable.cells.map(textOf).join(',').slice(0, 60) },
    },
  };
}

function positionOf(row: SheetRow, { east, north }: { east: number; north: number }): [number, number] | null {
  const texts = [row.cells[east], row.cells[north]].map(textOf);
  if (texts.includes('')) return null;
  const [x, y] = texts.map((text) => Number(text.replace(/,(?=\d{3})/g, '')));
  return x !== undefined && y !== undefined && Number.isFinite(x) && Number.isFinite(y) ? [x, y] : null;
}

function close(ring: RawRing): RawRing {
  const [first, last] = [ring[0], ring.at(-1)];
  if (!first || !last || (first[0] === last[0] && first[1] === last[1])) return ring;
  return [...ring, first];
}
