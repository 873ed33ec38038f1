import initGeosJs from 'geos-wasm';
import type { Shape } from '../../../server/core/fabric/shape';

type Geos = Awaited<ReturnType<typeof initGeosJs>>;
export type Geometry = ReturnType<Geos['GEOSGeomFromWKT']>;

const flatCaps = 2;
const roundJoins = 1;

/** GEOS in WebAssembly: an engine that shares no line with ours. Coordinates are metres from an origin. */
export interface Engine {
  polygon(shape: Shape): Geometry;
  /** The polygons of several shapes as one geometry. */
  polygons(shapes: readonly Shape[]): Geometry;
  line(from: readonly [number, number], to: readonly [number, number]): Geometry;
  point(x: number, y: number): Geometry;
  /** The ground within `metres` to the sides of a line, nothing added at its ends. */
  sides(line: Geometry, metres: number): Geometry;
  buffer(of: Geometry, metres: number): Geometry;
  intersection(a: Geometry, b: Geometry): Geometry;
  difference(a: Geometry, b: Geometry): Geometry;
  length(of: Geometry): number;
  area(of: Geometry): number;
  distance(a: Geometry, b: Geometry): number;
  isEmpty(of: Geometry): boolean;
  free(...geometries: Geometry[]): void;
}

/** Opens GEOS. */
export async function openEngine([originX, originY]: readonly [number, number]): Promise<Engine> {
  const geos = await initGeosJs();
  const number = geos.Module._malloc(8);
  const read = (wkt: string): Geometry => {
    const size = wkt.length + 1;
    const at = geos.Module._malloc(size);
    geos.Module.stringToUTF8(wkt, at, size);
    const geometry = geos.GEOSGeomFromWKT(at);
    geos.Module._free(at);
    return geometry;
  };
  const measured = (done: number): number => {
    if (done !== 1) throw new Error('GEOS could not measure');
    return geos.Module.getValue(number, 'double');
  };
  const place = (x: number, y: number): string => `${x - originX} ${y - originY}`;
  const rings = (shape: Shape): string => `(${ringsOf(shape, place).join()})`;
  return {
    polygon: (shape) => read(`POLYGON ${rings(shape)}`),
    polygons: (shapes) => read(`MULTIPOLYGON (${shapes.map(rings).join()})`),
    line: (from, to) => read(`LINESTRING (${place(...from)}, ${place(...to)})`),
    point: (x, y) => read(`POINT (${place(x, y)})`),
    sides: (line, metres) => geos.GEOSBufferWithStyle(line, metres, 8, flatCaps, roundJoins, 5),
    buffer: (of, metres) => geos.GEOSBuffer(of, metres, 16),
    intersection: (a, b) => geos.GEOSIntersection(a, b),
    difference: (a, b) => geos.GEOSDifference(a, b),
    length: (of) => measured(geos.GEOSLength(of, number)),
    area: (of) => measured(geos.GEOSArea(of, number)),
    distance: (a, b) => measured(geos.GEOSDistance(a, b, number)),
    isEmpty: (of) => geos.GEOSisEmpty(of) === 1,
    free: (...geometries) => {
      for (const geometry of geometries) geos.GEOSGeom_destroy(geometry);
    },
  };
}

function ringsOf({ edges, next }: Shape, place: (x: number, y: number) => string): string[] {
  const rings: string[] = [];
  let corners: string[] = [];
  for (const [edge, after] of next.entries()) {
    corners.push(place(edges[edge * 4] as number, edges[edge * 4 + 1] as number));
    if (after === edge + 1) continue;
    rings.push(`(${[...corners, corners[0]].join()})`);
    corners = [];
  }
  return rings;
}
