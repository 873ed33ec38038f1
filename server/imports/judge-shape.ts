import type { Args } from '../formats/raw-file';

/** Polygons as they came: polygon, ring, position. */
export type Polygons = [number, number][][][];
export type JudgedShape =
  | { ok: true; polygons: Polygons }
  | { ok: false; code: ShapeFault; args: Args; polygons: Polygons | null };
type ShapeFault = 'geometry-missing' | 'not-polygon' | 'coordinate-not-finite' | 'ring-too-short' | 'ring-unclosed';

/** Judges all that can be seen of a shape without measuring: that it is there, areal, finite, closed. */
export function judgeShape(geometry: unknown): JudgedShape {
  if (typeof geometry !== 'object' || geometry === null) return fault('geometry-missing');
  const type = 'type' in geometry ? String(geometry.type) : typeof geometry;
  const coordinates = 'coordinates' in geometry ? geometry.coordinates : undefined;
  if (type !== 'Polygon' && type !== 'MultiPolygon') return fault('not-polygon', { type: type.slice(0, 40) });
  const given = type === 'Polygon' ? [coordinates] : coordinates;
  if (!Array.isArray(given)) return fault('geometry-missing');
  const polygons = given.filter((polygon) => !Array.isArray(polygon) || polygon.length > 0);
  if (polygons.length === 0) return fault('geometry-missing');

  const read: Polygons = [];
  for (const polygon of polygons) {
    if (!Array.isArray(polygon)) return fault('geometry-missing');
    const rings = polygon.map(readRing);
    if (rings.some((ring) => ring === null)) return fault('coordinate-not-finite');
    read.push(rings.filter((ring) => ring !== null));
  }
  const rings = read.flat();
  if (rings.some((ring) => new Set(ring.map(String)).size < 3)) return fault('ring-too-short', {}, read);
  if (rings.some((ring) => String(ring[0]) !== String(ring.at(-1)))) return fault('ring-unclosed', {}, read);
  return { ok: true, polygons: read };
}

/** Positions of a ring without height; null where one is not a pair of finite numbers. */
function readRing(ring: unknown): [number, number][] | null {
  if (!Array.isArray(ring)) return null;
  const positions: [number, number][] = [];
  for (const position of ring) {
    if (!Array.isArray(position) || !Number.isFinite(position[0]) || !Number.isFinite(position[1])) return null;
    positions.push([position[0], position[1]]);
  }
  return positions;
}

function fault(code: ShapeFault, args: Args = {}, polygons: Polygons | null = null): JudgedShape {
  return { ok: false, code, args, polygons };
}
