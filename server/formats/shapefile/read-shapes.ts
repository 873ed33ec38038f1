/** A ring in the file's own coordinates. */
export type RawRing = [number, number][];

export type Shape = { kind: 'rings'; rings: RawRing[] } | { kind: 'none' } | { kind: 'damaged'; detail: string };

/** The shapes of a .shp in order, or why they cannot be trusted. */
export type Shapes =
  | { ok: true; shapes: Shape[] }
  | { ok: false; kind: 'broken'; part: '.shp' | '.shx'; detail: string }
  | { ok: false; kind: 'not-polygons'; type: string };

/** Esri shapefile technical description, July 1998: the types with rings, and the names of the others. */
const ringTypes = new Set([5, 15, 25]);
const otherTypes: Record<number, string> = {
  1: 'points',
  3: 'lines',
  8: 'multipoints',
  11: 'points',
  13: 'lines',
  18: 'multipoints',
  21: 'points',
  23: 'lines',
  28: 'multipoints',
  31: 'multipatches',
};
const fileCode = 9994;
const headerBytes = 100;
const recordHeaderBytes = 8;
const wordBytes = 2;
/** Type, box, number of parts, number of points. */
const ringsHeaderBytes = 44;
const pointBytes = 16;
const indexBytes = 4;

/**
 * Reads every shape of a .shp, through the .shx where there is one. Strict: a length, an offset or a part that does
 * not fit is told, never passed over.
 */
export function readShapes(shp: Uint8Array, shx: Uint8Array | null): Shapes {
  const view = viewOf(shp);
  const wrong = headerFault(view);
  if (wrong) return broken('.shp', wrong);
  const type = view.getInt32(32, true);
  if (!ringTypes.has(type)) {
    if (type !== 0) return { ok: false, kind: 'not-polygons', type: otherTypes[type] ?? `type ${type}` };
  }
  const places = shx ? placesOfIndex(viewOf(shx)) : placesInSequence(view);
  if (typeof places === 'string') return broken(shx ? '.shx' : '.shp', places);

  const shapes: Shape[] = [];
  for (const [n, at] of places.entries()) {
    const end = endOfRecord(view, at);
    if (end === null) return broken('.shp', `record ${n + 1} lies beyond the end of the file`);
    shapes.push(shapeAt(view, at + recordHeaderBytes, end));
  }
  return { ok: true, shapes };
}

function headerFault(view: DataView): string | null {
  if (view.byteLength < headerBytes || view.getInt32(0) !== fileCode) return 'no shapefile header';
  const declared = view.getInt32(24) * wordBytes;
  return declared > view.byteLength ? `${view.byteLength} of ${declared} bytes are there` : null;
}

function placesOfIndex(view: DataView): number[] | string {
  const wrong = headerFault(view);
  if (wrong) return wrong;
  if ((view.byteLength - headerBytes) % recordHeaderBytes !== 0) return 'its length fits no number of records';
  const count = (view.byteLength - headerBytes) / recordHeaderBytes;
  return Array.from({ length: count }, (_, n) => view.getInt32(headerBytes + n * recordHeaderBytes) * wordBytes);
}

function placesInSequence(view: DataView): number[] | string {
  const places: number[] = [];
  const fileEnd = view.getInt32(24) * wordBytes;
  for (let at = headerBytes; at < fileEnd; ) {
    const end = endOfRecord(view, at);
    if (end === null) return `record ${places.length + 1} lies beyond the end of the file`;
    places.push(at);
    at = end;
  }
  return places;
}

function endOfRecord(view: DataView, at: number): number | null {
  if (at < headerBytes || at + recordHeaderBytes + indexBytes > view.byteLength) return null;
  const length = view.getInt32(at + indexBytes) * wordBytes;
  const end = at + recordHeaderBytes + length;
  return length < indexBytes || end > view.byteLength ? null : end;
}

function shapeAt(view: DataView, at: number, end: number): Shape {
  const type = view.getInt32(at, true);
  if (type === 0) return { kind: 'none' };
  if (!ringTypes.has(type)) return damaged(`shape type ${type} among polygons`);
  if (at + ringsHeaderBytes > end) return damaged('cut short');
  const partCount = view.getInt32(at + 36, true);
  const pointCount = view.getInt32(at + 40, true);
  const pointsAt = at + ringsHeaderBytes + partCount * indexBytes;
  if (partCount < 0 || pointCount < 0 || pointsAt + pointCount * pointBytes > end) return damaged('counts do not fit');
  if (partCount === 0 || pointCount === 0) return { kind: 'none' };

  const starts = Array.from({ length: partCount }, (_, n) =>
    view.getInt32(at + ringsHeaderBytes + n * indexBytes, true),
  );
  const bounds = [...starts, pointCount];
  if (bounds[0] !== 0 || bounds.some((start, n) => n > 0 && start <= (bounds[n - 1] as number)))
    return damaged('parts overlap or are empty');
  const pointAt = (n: number): [number, number] => [
    view.getFloat64(pointsAt + n * pointBytes, true),
    view.getFloat64(pointsAt + n * pointBytes + 8, true),
  ];
  const rings = starts.map((start, n) =>
    Array.from({ length: (bounds[n + 1] as number) - start }, (_, k) => pointAt(start + k)),
  );
  return { kind: 'rings', rings };
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
