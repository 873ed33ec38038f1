import geodesic from 'geographiclib-geodesic';
import { crsId } from '../formats/crs/catalogue';
import { gaussKruger, toPlane } from '../formats/crs/crs';
import { ringArea } from '../formats/ring-area';
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
    planarSquareMetres: total(polygons, (ring) => ringArea(ring.map(([x, y]) => convert(x, y)))),
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

function middleLongitude(polygons: Polygons): number {
  let west = Infinity;
  let east = -Infinity;
  for (const [longitude] of polygons.flat(2)) {
    west = Math.min(west, longitude);
    east = Math.max(east, longitude);
  }
  return (west + east) / 2;
}
