import { openCityCrs } from '../../../server/core/fabric/city-crs';
import { cityCrs } from '../../sample-city/place';
import type { Random } from '../../sample-city/random';
import type { Lot } from './block';
import { jitterMetres } from './recipe';
import type { Corners, Point } from './streets';

/** Rings in degrees (CGCS2000), each closed, as longitude and latitude in turn. */
export type FlatRings = readonly Float64Array[];
export interface Laid {
  readonly rings: FlatRings;
  readonly areaSquareMetres: number;
  readonly planarSquareMetres: number;
  readonly planarCrs: 'EPSG:4548' | 'EPSG:4549';
}
/** Lays lots of one block out in degrees. */
type Layer = (lot: Lot, jitterShare: number, jitter: Random) => Laid;

const falseEasting = 500_000;
const west = { crs: openCityCrs(zone(117)), name: 'EPSG:4548' } as const;
const east = { crs: openCityCrs(zone(120)), name: 'EPSG:4549' } as const;
const cityMeridian = 118.5;
/** CGCS2000 ellipsoid: radius of the equator in metres, square of the eccentricity. */
const equator = 6_378_137;
const eccentricitySquared = (2 - 1 / 298.257222101) / 298.257222101;
const radian = Math.PI / 180;
const marginMetres = 20;

/**
 * Opens the layer of a block. A block is small enough that degrees grow evenly between the corners of its box (to within
 * a millimetre), which is many times faster than projecting each point.
 */
export function layerOf(corners: Corners): Layer {
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const x0 = Math.min(...xs) - marginMetres;
  const y0 = Math.min(...ys) - marginMetres;
  const width = Math.max(...xs) + marginMetres - x0;
  const height = Math.max(...ys) + marginMetres - y0;
  const [sw, se] = [cityCrs.toDegrees([x0, y0]), cityCrs.toDegrees([x0 + width, y0])];
  const [nw, ne] = [cityCrs.toDegrees([x0, y0 + height]), cityCrs.toDegrees([x0 + width, y0 + height])];
  const middle = cityCrs.toDegrees([x0 + width / 2, y0 + height / 2]);
  const own = middle[0] < cityMeridian ? west : east;
  const planarScale = arealScale(own.crs.toMetres(middle)[0], middle[1]);

  const toDegrees = (x: number, y: number, at: 0 | 1): number => {
    const u = (x - x0) / width;
    const v = (y - y0) / height;
    return (sw[at] * (1 - u) + se[at] * u) * (1 - v) + (nw[at] * (1 - u) + ne[at] * u) * v;
  };
  return ({ rings }, jitterShare, jitter) => {
    const laid = rings.map((ring) => {
      const flat = new Float64Array(ring.length * 2 + 2);
      for (const [i, point] of ring.entries()) {
        const [x, y] = offPlace(point, jitterShare, jitter);
        flat[i * 2] = toDegrees(x, y, 0);
        flat[i * 2 + 1] = toDegrees(x, y, 1);
      }
      flat.copyWithin(ring.length * 2, 0, 2);
      return flat;
    });
    const areaSquareMetres = laid.reduce((sum, ring, i) => sum + (i === 0 ? 1 : -1) * ringArea(ring), 0);
    return {
      rings: laid,
      areaSquareMetres,
      planarSquareMetres: areaSquareMetres * planarScale,
      planarCrs: own.name,
    };
  };
}

/** Now and then a vertex is surveyed a few centimetres off. */
function offPlace(point: Point, share: number, jitter: Random): Point {
  if (!jitter.chance(share)) return point;
  const angle = jitter.between(0, 2 * Math.PI);
  const metres = jitter.between(0.2, 1) * jitterMetres;
  return [point[0] + Math.cos(angle) * metres, point[1] + Math.sin(angle) * metres];
}

/** Area of a small ring on the ellipsoid: its square degrees times what one of them measures at its middle latitude. */
function ringArea(ring: Float64Array): number {
  const longitude = ring[0] as number;
  const latitude = ring[1] as number;
  let twice = 0;
  let moment = 0;
  for (let i = 2; i + 3 < ring.length; i += 2) {
    const [ax, ay] = [(ring[i] as number) - longitude, (ring[i + 1] as number) - latitude];
    const [bx, by] = [(ring[i + 2] as number) - longitude, (ring[i + 3] as number) - latitude];
    const cross = ax * by - bx * ay;
    twice += cross;
    moment += (cross * (ay + by)) / 3;
  }
  const middle = latitude + moment / twice;
  return Math.abs(twice / 2) * radian ** 2 * radiiProduct(middle) * Math.cos(middle * radian);
}

/** Product of the two radii of curvature at a latitude, m². */
function radiiProduct(latitude: number): number {
  const sine = Math.sin(latitude * radian);
  return (equator ** 2 * (1 - eccentricitySquared)) / (1 - eccentricitySquared * sine * sine) ** 2;
}

/** Scale of areas in a transverse Mercator plane at an easting (series of Snyder 1987, equation 8-11, squared). */
function arealScale(easting: number, latitude: number): number {
  const u = (easting - falseEasting) ** 2 / radiiProduct(latitude);
  return 1 + u + (u * u) / 3;
}

function zone(meridian: number): string {
  return `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=1 +x_0=${falseEasting} +y_0=0 +ellps=GRS80 +units=m +no_defs`;
}
