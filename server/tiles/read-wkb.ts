/** A line or ring in whole tile units, flat: x, y, x, y … A drawn tile has tens of thousands of these points. */
export type TileLine = number[];
/** Lines, or polygons as lists of rings (outer first). */
export interface TileGeometry {
  lines: TileLine[];
  polygons: TileLine[][];
}
/** Places a coordinate of the database in the tile; the answer is rounded to whole units. */
export interface Placement {
  west: number;
  north: number;
  unitsPerMetre: number;
}

const POINT = 1;
const LINE = 2;
const POLYGON = 3;
const COLLECTIONS = 4;
const POINT_BYTES = 16;

/** Reads two-dimensional little-endian WKB straight into tile units, dropping points that fall on the one before. */
export function readWkb(wkb: Buffer, placement: Placement): TileGeometry {
  const geometry: TileGeometry = { lines: [], polygons: [] };
  readInto(geometry, new DataView(wkb.buffer, wkb.byteOffset, wkb.byteLength), 0, placement);
  return geometry;
}

/** Reads one geometry that begins at `offset` and answers where it ends. */
function readInto(geometry: TileGeometry, view: DataView, offset: number, placement: Placement): number {
  const type = view.getUint32(offset + 1, true);
  let at = offset + 5;
  if (type === POINT) return at + POINT_BYTES;
  const count = view.getUint32(at, true);
  at += 4;
  if (type === LINE) {
    const line = readPoints(view, at, count, placement);
    if (line.length > 2) geometry.lines.push(line);
    return at + count * POINT_BYTES;
  }
  if (type === POLYGON) {
    const rings: TileLine[] = [];
    for (let ring = 0; ring < count; ring++) {
      const points = view.getUint32(at, true);
      rings.push(readPoints(view, at + 4, points, placement));
      at += 4 + points * POINT_BYTES;
    }
    if (rings.length > 0) geometry.polygons.push(rings);
    return at;
  }
  if (type < COLLECTIONS) throw new Error(`unexpected geometry type ${type}`);
  for (let member = 0; member < count; member++) at = readInto(geometry, view, at, placement);
  return at;
}

function readPoints(view: DataView, from: number, count: number, placement: Placement): TileLine {
  const { west, north, unitsPerMetre } = placement;
  const line: TileLine = [];
  let lastX = Number.NaN;
  let lastY = Number.NaN;
  for (let at = from; at < from + count * POINT_BYTES; at += POINT_BYTES) {
    const x = Math.round((view.getFloat64(at, true) - west) * unitsPerMetre);
    const y = Math.round((north - view.getFloat64(at + 8, true)) * unitsPerMetre);
    if (x === lastX && y === lastY) continue;
    line.push(x, y);
    lastX = x;
    lastY = y;
  }
  return line;
}
