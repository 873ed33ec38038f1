import type { LayerShape } from '../../../data/contract';
import { assemblePolygons, type RawRing } from '../assemble-polygons';
import type { FileBytes } from '../file-bytes';

export type Shape = { kind: 'geometry'; geometry: unknown } | { kind: 'none' } | { kind: 'damaged'; detail: string };

/** The shapes of a .shp laid open, or why they cannot be trusted. */
export type Shapes =
  | { ok: true; shape: LayerShape; count: number; at: (n: number) => Shape }
  | { ok: false; kind: 'broken'; part: '.shp' | '.shx'; detail: string }
  | { ok: false; kind: 'unread-type'; type: string };

type Kind = 'point' | 'multipoint' | 'line' | 'polygon';
/** Esri shapefile technical description, July 1998: the types without height, with height, with a measure. */
const kinds: Record<number, Kind> = {
  1: 'point',
  3: 'line',
  5: 'polygon',
  8: 'multipoint',
  11: 'point',
  13: 'line',
  15: 'polygon',
  18: 'multipoint',
  21: 'point',
  23: 'line',
  25: 'polygon',
  28: 'multipoint',
};
const fileCode = 9994;
export const headerBytes = 100;
const recordHeaderBytes = 8;
const wordBytes = 2;
/** Type and box; the counts follow. */
const boxBytes = 36;
const pointBytes = 16;
const indexBytes = 4;

/** What a .shp says its records are drawn as, by its first hundred bytes; null where they are no such header. */
export function shapeOfHeader(head: Uint8Array): LayerShape | null {
  const view = viewOf(head);
  if (view.byteLength < headerBytes || view.getInt32(0) !== fileCode) return null;
  const kind = kinds[view.getInt32(32, true)];
  return kind === 'multipoint' ? 'point' : (kind ?? 'none');
}

/**
 * Lays every shape of a .shp open, through the .shx where there is one. Strict: a length, an offset or a part that does
 * not fit is told, never passed over.
 */
export function openShapes(shp: FileBytes, shx: Uint8Array | null): Shapes {
  const head = viewOf(shp.slice(0, Math.min(headerBytes, shp.byteLength)));
  const wrong = headerFault(head, shp.byteLength);
  if (wrong) return broken('.shp', wrong);
  const type = head.getInt32(32, true);
  const kind = kinds[type];
  if (!kind && type !== 0)
    return { ok: false, kind: 'unread-type', type: type === 31 ? 'multipatches' : `type ${type}` };
  const places = shx ? placesOfIndex(viewOf(shx)) : placesInSequence(shp, declaredBytes(head));
  if (typeof places === 'string') return broken(shx ? '.shx' : '.shp', places);
  if (hasTwins(places)) return broken(shx ? '.shx' : '.shp', 'two records stand at one place');
  const beyond = places.findIndex((at) => endOfRecord(shp, at) === null);
  if (beyond >= 0) return broken('.shp', `record ${beyond + 1} lies beyond the end of the file`);
  const at = (n: number): Shape => {
    const place = places[n] as number;
    const content = viewOf(shp.slice(place + recordHeaderBytes, endOfRecord(shp, place) as number));
    return shapeAt(content, kind ?? 'polygon');
  };
  return { ok: true, shape: kind === 'multipoint' ? 'point' : (kind ?? 'none'), count: places.length, at };
}

function headerFault(head: DataView, byteLength: number): string | null {
  if (head.byteLength < headerBytes || head.getInt32(0) !== fileCode) return 'no shapefile header';
  const declared = declaredBytes(head);
  return declared > byteLength ? `${byteLength} of ${declared} bytes are there` : null;
}

const declaredBytes = (head: DataView): number => head.getInt32(24) * wordBytes;

function hasTwins(places: readonly number[]): boolean {
  const sorted = Float64Array.from(places).sort();
  return sorted.some((place, n) => n > 0 && place === sorted[n - 1]);
}

function placesOfIndex(view: DataView): number[] | string {
  const wrong = headerFault(view, view.byteLength);
  if (wrong) return wrong;
  if ((view.byteLength - headerBytes) % recordHeaderBytes !== 0) return 'its length fits no number of records';
  const count = (view.byteLength - headerBytes) / recordHeaderBytes;
  return Array.from({ length: count }, (_, n) => view.getInt32(headerBytes + n * recordHeaderBytes) * wordBytes);
}

function placesInSequence(shp: FileBytes, fileEnd: number): number[] | string {
  const places: number[] = [];
  for (let at = headerBytes; at < fileEnd; ) {
    const end = endOfRecord(shp, at);
    if (end === null) return `record ${places.length + 1} lies beyond the end of the file`;
    places.push(at);
    at = end;
  }
  return places;
}

function endOfRecord(shp: FileBytes, at: number): number | null {
  if (at < headerBytes || at + recordHeaderBytes + indexBytes > shp.byteLength) return null;
  const length = viewOf(shp.slice(at, at + recordHeaderBytes)).getInt32(indexBytes) * wordBytes;
  const end = at + recordHeaderBytes + length;
  return length < indexBytes || end > shp.byteLength ? null : end;
}

/** The shape that a record's content holds. */
function shapeAt(view: DataView, kind: Kind): Shape {
  const type = view.getInt32(0, true);
  if (type === 0) return { kind: 'none' };
  if (kinds[type] !== kind) return damaged(`shape type ${type} among others`);
  if (kind === 'point') {
    if (indexBytes + pointBytes > view.byteLength) return damaged('cut short');
    return { kind: 'geometry', geometry: { type: 'Point', coordinates: pointAt(view, indexBytes, 0) } };
  }
  return kind === 'multipoint' ? multiPointAt(view) : partsAt(view, kind);
}

function multiPointAt(view: DataView): Shape {
  const pointsAt = boxBytes + indexBytes;
  if (pointsAt > view.byteLength) return damaged('cut short');
  const count = view.getInt32(boxBytes, true);
  if (count < 0 || pointsAt + count * pointBytes > view.byteLength) return damaged('counts do not fit');
  const coordinates = Array.from({ length: count }, (_, n) => pointAt(view, pointsAt, n));
  return count === 0 ? { kind: 'none' } : { kind: 'geometry', geometry: { type: 'MultiPoint', coordinates } };
}

function partsAt(view: DataView, kind: 'line' | 'polygon'): Shape {
  const startsAt = boxBytes + 2 * indexBytes;
  if (startsAt > view.byteLength) return damaged('cut short');
  const partCount = view.getInt32(boxBytes, true);
  const pointCount = view.getInt32(boxBytes + indexBytes, true);
  const pointsAt = startsAt + partCount * indexBytes;
  if (partCount < 0 || pointCount < 0 || pointsAt + pointCount * pointBytes > view.byteLength)
    return damaged('counts do not fit');
  if (partCount === 0 || pointCount === 0) return { kind: 'none' };

  const starts = Array.from({ length: partCount }, (_, n) => view.getInt32(startsAt + n * indexBytes, true));
  const bounds = [...starts, pointCount];
  if (bounds[0] !== 0 || bounds.some((start, n) => n > 0 && start <= (bounds[n - 1] as number)))
    return damaged('parts overlap or are empty');
  const parts = starts.map(
    (start, n): RawRing =>
      Array.from({ length: (bounds[n + 1] as number) - start }, (_, k) => pointAt(view, pointsAt, start + k)),
  );
  if (kind === 'line') return { kind: 'geometry', geometry: { type: 'MultiLineString', coordinates: parts } };
  return { kind: 'geometry', geometry: { type: 'MultiPolygon', coordinates: assemblePolygons(parts) } };
}

function pointAt(view: DataView, from: number, n: number): [number, number] {
  return [view.getFloat64(from + n * pointBytes, true), view.getFloat64(from + n * pointBytes + 8, true)];
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function damaged(detail: string): Shape {
  return { kind: 'damaged', detail };
}

function broken(part: '.shp' | '.shx', detail: string): Shapes {
  return { ok: false, kind: 'broken', part, detail };
}
