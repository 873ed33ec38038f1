import type { LayerShape } from '../../data/contract';
import type { Args } from '../formats/raw-file';
import type { KindOfImport } from './kinds/kind';

type Position = [number, number];
/** Parts as they came: polygon, ring, position. A line is a part of one open ring, a point a part of one position. */
export type Polygons = Position[][][];
export type Drawn = 'polygon' | 'line' | 'point';
export type JudgedShape =
  | { ok: true; drawn: Drawn; polygons: Polygons }
  /** No shape where none is needed. */
  | { ok: true; drawn: null; polygons: null }
  | { ok: false; code: ShapeFault; args: Args; drawn: Drawn | null; polygons: Polygons | null };
type ShapeFault =
  | 'geometry-missing'
  | 'not-polygon'
  | 'wrong-shape'
  | 'coordinate-not-finite'
  | 'ring-too-short'
  | 'line-too-short'
  | 'ring-unclosed';
type Wanted = Pick<KindOfImport, 'shapes' | 'place'>;

const types: Record<string, { drawn: Drawn; parts: (coordinates: unknown) => unknown }> = {
  Polygon: { drawn: 'polygon', parts: (coordinates) => [coordinates] },
  MultiPolygon: { drawn: 'polygon', parts: (coordinates) => coordinates },
  LineString: { drawn: 'line', parts: (coordinates) => [[coordinates]] },
  MultiLineString: { drawn: 'line', parts: (lines) => (Array.isArray(lines) ? lines.map((line) => [line]) : lines) },
  Point: { drawn: 'point', parts: (coordinates) => [[[coordinates]]] },
  MultiPoint: { drawn: 'point', parts: (points) => (Array.isArray(points) ? points.map((at) => [[at]]) : points) },
};

/** Judges all that can be seen of a shape without measuring: that it is there, of the kind, finite, closed. */
export function judgeShape(geometry: unknown, wanted: Wanted): JudgedShape {
  if (wanted.place === 'none') return { ok: true, drawn: null, polygons: null };
  if (typeof geometry !== 'object' || geometry === null)
    return wanted.place === 'optional' ? { ok: true, drawn: null, polygons: null } : fault('geometry-missing', null);
  const type = 'type' in geometry ? String(geometry.type) : typeof geometry;
  const known = types[type];
  if (!known || !allows(wanted.shapes, known.drawn)) return wrongShape(type, wanted);
  const { drawn } = known;
  const given = known.parts('coordinates' in geometry ? geometry.coordinates : undefined);
  if (!Array.isArray(given)) return fault('geometry-missing', drawn);
  const parts = given.filter((part) => !Array.isArray(part) || part.length > 0);
  if (parts.length === 0) return fault('geometry-missing', drawn);

  const read: Polygons = [];
  for (const part of parts) {
    if (!Array.isArray(part)) return fault('geometry-missing', drawn);
    const rings = part.map(readRing);
    if (rings.some((ring) => ring === null)) return fault('coordinate-not-finite', drawn);
    read.push(rings.filter((ring) => ring !== null));
  }
  const rings = read.flat();
  if (drawn === 'point') return { ok: true, drawn, polygons: read };
  if (drawn === 'line' && rings.some((line) => differing(line, 2) < 2)) return fault('line-too-short', drawn, {}, read);
  if (drawn === 'line') return { ok: true, drawn, polygons: read };
  if (rings.some((ring) => differing(ring, 3) < 3)) return fault('ring-too-short', drawn, {}, read);
  if (rings.some((ring) => !same(ring[0], ring.at(-1)))) return fault('ring-unclosed', drawn, {}, read);
  return { ok: true, drawn, polygons: read };
}

const allows = (shapes: readonly LayerShape[], drawn: Drawn): boolean =>
  shapes.includes(drawn) || shapes.includes('mixed');

function wrongShape(type: string, { shapes }: Wanted): JudgedShape {
  const args = { type: type.slice(0, 40) };
  const onlyPolygons = shapes.length === 1 && shapes[0] === 'polygon';
  return onlyPolygons ? fault('not-polygon', null, args) : fault('wrong-shape', null, args);
}

/** Positions of a ring without height; null where one is not a pair of finite numbers. */
function readRing(ring: unknown): Position[] | null {
  if (!Array.isArray(ring)) return null;
  const positions: Position[] = [];
  for (const position of ring) {
    if (!Array.isArray(position) || !Number.isFinite(position[0]) || !Number.isFinite(position[1])) return null;
    positions.push([position[0], position[1]]);
  }
  return positions;
}

/** How many different positions there are, counted up to `enough`. */
function differing(ring: readonly Position[], enough: number): number {
  const seen: Position[] = [];
  for (const position of ring) {
    if (seen.some((other) => same(position, other))) continue;
    seen.push(position);
    if (seen.length === enough) break;
  }
  return seen.length;
}

function same(a: Position | undefined, b: Position | undefined): boolean {
  return a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1];
}

function fault(code: ShapeFault, drawn: Drawn | null, args: Args = {}, polygons: Polygons | null = null): JudgedShape {
  return { ok: false, code, args, drawn, polygons };
}

export interface Geometry {
  type: 'MultiPolygon' | 'MultiLineString' | 'MultiPoint' | 'Point';
  coordinates: unknown;
}

/** Parts as GeoJSON; a single point is no multiple one. */
export function geometryOf(drawn: Drawn, parts: Polygons): Geometry {
  if (drawn === 'polygon') return { type: 'MultiPolygon', coordinates: parts };
  if (drawn === 'line') return { type: 'MultiLineString', coordinates: parts.map((part) => part[0]) };
  const points = parts.map((part) => part[0]?.[0]);
  return points.length === 1 ? { type: 'Point', coordinates: points[0] } : { type: 'MultiPoint', coordinates: points };
}
