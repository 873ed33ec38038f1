import type { MultiPolygon, Polygon } from 'geojson';
import polylabel from 'polylabel';

/** Applies a function to every position of a polygonal geometry, in degrees. */
export function mapPositions<G extends Polygon | MultiPolygon>(
  geometry: G,
  move: (at: [number, number]) => number[],
): G {
  const walk = (value: unknown): unknown =>
    Array.isArray(value) && typeof value[0] === 'number'
      ? move([value[0], Number(value[1])])
      : (value as unknown[]).map(walk);
  return { ...geometry, coordinates: walk(geometry.coordinates) } as G;
}

/** The same ground as a MultiPolygon. */
export const asMulti = (geometry: Polygon | MultiPolygon): MultiPolygon =>
  geometry.type === 'MultiPolygon' ? geometry : { type: 'MultiPolygon', coordinates: [geometry.coordinates] };

/** A point well inside the largest part, in degrees, for a label. */
export function labelPoint(geometry: Polygon | MultiPolygon): [number, number] {
  const parts = asMulti(geometry).coordinates;
  const extent = (part: number[][][]) => {
    const ring = part[0] ?? [];
    const xs = ring.map((at) => at[0] ?? 0);
    const ys = ring.map((at) => at[1] ?? 0);
    return (Math.max(...xs) - Math.min(...xs)) * (Math.max(...ys) - Math.min(...ys));
  };
  const largest = parts.reduce((best, part) => (extent(part) > extent(best) ? part : best));
  const [lon, lat] = polylabel(
    largest.map((ring) => ring.map((at): [number, number] => [at[0] ?? 0, at[1] ?? 0])),
    0.0005,
  );
  return [Number((lon ?? 0).toFixed(5)), Number((lat ?? 0).toFixed(5))];
}
