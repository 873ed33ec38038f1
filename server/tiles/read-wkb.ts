/** A point of a tile in whole tile units. */
export type TilePoint = [x: number, y: number];
/** Lines, or polygons as lists of rings (outer first), in whole tile units. */
export interface TileGeometry {
  lines: TilePoint[][];
  polygons: TilePoint[][][];
}
/** Places a coordinate of the database in the tile; the answer is rounded to whole units. */
export interface Placement {
  west: number;
  north: number;
  unitsPerMetre: number;
}

const LINE = 2;
const POLYGON = 3;
const POINT = 1;
const COLLECTIONS = 4;

/** Reads two-dimensional WKB straight into tile units, dropping points that fall on the one before. */
export function readWkb(wkb: Buffer, placement: Placement): TileGeometry {
  const geometry: TileGeometry = { lines: [], polygons: [] };
  const view = new DataView(wkb.buffer, wkb.byteOffset, wkb.byteLength);
  readInto(geometry, view, 0, placement);
  return geometry;
}

/** Reads one geometry that begins at `offset` and answers where it ends. */
function readInto(geometry: TileGeometry, view: DataView, offset: number, placement: Placement): number {
  const little = view.getUint8(offset) === 1;
  const type = view.getUint32(offset + 1, little);
  let at = offset + 5;
  if (type === POINT) return at + 16;
  const count = view.getUint32(at, little);
  at += 4;
  if (type === LINE) {
    const line = readPoints(view, at, count, little, placement);
    if (line.length > 1) geometry.lines.push(line);
    return at + count * 16;
  }
  if (type === POLYGON) {
    const rings: TilePoint[][] = [];
    for (let ring = 0; ring < count; ring++) {
      const points = view.getUint32(at, little);
      rings.push(readPoints(view, at + 4, points, little, placement));
      at += 4 + points * 16;
    }
    if (rings.length > 0) geometry.polygons.push(rings);
    return at;
  }
  if (type < COLLECTIONS) throw new Error(`unexpected geometry type ${type}`);
  for (let member = 0; member < count; member++) at = readInto(geometry, view, at, placement);
  return at;
}

function readPoints(view: DataView, from: number, count: number, little: boolean, placement: Placement): TilePoint[] {
  const { west, north, unitsPerMetre } = placement;
  const points: TilePoint[] = [];
  let lastX = Number.NaN;
  let lastY = Number.NaN;
  for (let index = 0; index < count; index++) {
    const x = Math.round((view.getFloat64(from + index * 16, little) - west) * unitsPerMetre);
    const y = Math.round((north - view.getFloat64(from + index * 16 + 8, little)) * unitsPerMetre);
    if (x === lastX && y === lastY) continue;
    points.push([x, y]);
    lastX = x;
    lastY = y;
  }
  return points;
}
