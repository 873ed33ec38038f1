import geodesic from 'geographiclib-geodesic';
import { crsId } from '../formats/crs/catalogue';
import { gaussKruger, toPlane } from '../formats/crs/crs';
import type { Polygons } from './judge-shape';

const ellipsoid = new geodesic.Geodesic.Geodesic(6378137, 1 / 298.257222101);
const zoneDegrees = 3;

export interface Areas {
  /** On the CGCS2000 ellipsoid (Karney 2013), the area in force. */
  areaSquareMetres: number;
  /** In the 3-degree zone in which the plot lies, kept beside it. */
  planarSquareMetres: number;
  planarCrs: string;
}

/** Measures polygons in degrees both ways; holes are taken off whatever their direction. */
export function measureAreas(polygons: Polygons): Areas {
  const longitude = middleLongitude(polygons);
  const zone = gaussKruger(Math.round(longitude / zoneDegrees) * zoneDegrees, null);
  const convert = planeOf(zone.centralMeridian);
  return {
    areaSquareMetres: total(polygons, ellipsoidalRing),
    planarSquareMetres: total(polygons, (ring) => planarRing(ring.map(([x, y]) => convert(x, y)))),
    planarCrs: `EPSG:${crsId(zone)}`,
  };
}

const planes = new Map<number, ReturnType<typeof toPlane>>();

function planeOf(meridian: number): ReturnType<typeof toPlane> {
  const known = planes.get(meridian) ?? toPlane(gaussKruger(meridian, null));
  planes.set(meridian, known);
  return known;
}

function total(polygons: Polygons, area: (ring: [number, number][]) => number): number {
  return polygons.reduce((sum, [outer, ...holes]) => {
    const taken = holes.reduce((held, hole) => held + area(hole), 0);
    return sum + (outer ? area(outer) : 0) - taken;
  }, 0);
}

function ellipsoidalRing(ring: [number, number][]): number {
  const polygon = ellipsoid.Polygon(false);
  for (const [longitude, latitude] of ring.slice(0, -1)) polygon.AddPoint(latitude, longitude);
  return Math.abs(polygon.Compute(false, true).area as number);
}

/** Shoelace about the first point, so that eight-digit eastings lose nothing. */
function planarRing(ring: [number, number][]): number {
  const [x0, y0] = ring[0] ?? [0, 0];
  let twice = 0;
  for (let n = 1; n < ring.length; n++) {
    const [ax, ay] = ring[n - 1] as [number, number];
    const [bx, by] = ring[n] as [number, number];
    twice += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
  }
  return Math.abs(twice) / 2;
}

function middleLongitude(polygons: Polygons): number {
  let west = Infinity;
  let east = -Infinity;
  for (const [longitude] of polygons.flat(2)) {
    west = Math.min(west, longitude);
    east = Math.max(east, longitude);
  }
  return (west + east) / 2;
}
