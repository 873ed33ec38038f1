import type { Position } from '../../../data/contract/geojson';

/** The CGCS2000 ellipsoid: equatorial radius in metres and flattening. */
export const EQUATORIAL_METRES = 6378137;
export const FLATTENING = 1 / 298.257222101;

const e2 = FLATTENING * (2 - FLATTENING);
const a2 = EQUATORIAL_METRES * EQUATORIAL_METRES;
const radians = Math.PI / 180;

/** Sine of the ring's first latitude, its cosine, and the series of the ground below a parallel around it. */
interface Start {
  readonly sine: number;
  readonly cosine: number;
  readonly first: number;
  readonly second: number;
  readonly third: number;
}

/** How far from its first vertex, in degrees, a ring may reach for its area to be right to 1e-10. */
const REACH_DEGREES = 0.04;

/** Whether a ring is small enough for `shortEdgeArea`: up to some four kilometres. */
export function isShort(ring: readonly Position[]): boolean {
  const [lon0, lat0] = ring[0] as [number, number];
  return ring.every(
    ([lon, lat]) =>
      Math.abs((lon as number) - lon0) < REACH_DEGREES && Math.abs((lat as number) - lat0) < REACH_DEGREES,
  );
}

/**
 * Area in m² on the CGCS2000 ellipsoid of a ring whose edges are geodesics; longitude and latitude in degrees.
 * Adds up the ground between each edge and the first vertex's parallel, as Karney (2013, "Algorithms for geodesics",
 * section 6) does from the equator: so close by, no digits are lost and a short series does. For an edge straight in
 * degrees that is Simpson's rule; how far a geodesic bends away from it tells its own differential equation.
 */
export function shortEdgeArea(ring: readonly Position[]): number {
  const [lon0, lat0] = ring[0] as [number, number];
  const start = startAt(lat0 * radians);
  let sum = 0;
  let lambda = 0;
  let phi = 0;
  let below = 0;
  for (let i = 1; i <= ring.length; i++) {
    const [lon, lat] = ring[i === ring.length ? 0 : i] as [number, number];
    const nextLambda = (lon - lon0) * radians;
    const nextPhi = (lat - lat0) * radians;
    const east = nextLambda - lambda;
    const north = nextPhi - phi;
    const nextBelow = groundBelow(rise(nextPhi, start), start);
    const middle = rise((phi + nextPhi) / 2, start);
    sum += ((below + 4 * groundBelow(middle, start) + nextBelow) * east) / 6;
    sum -= bend(start.sine + middle, east, north);
    [lambda, phi, below] = [nextLambda, nextPhi, nextBelow];
  }
  return Math.abs(sum);
}

function startAt(latitude: number): Start {
  const sine = Math.sin(latitude);
  const w = 1 - e2 * sine * sine;
  const scale = a2 * (1 - e2);
  return {
    sine,
    cosine: Math.cos(latitude),
    first: scale / (w * w),
    second: (scale * 2 * e2 * sine) / w ** 3,
    third: (scale * ((4 * e2) / w ** 3 + (24 * e2 * e2 * sine * sine) / w ** 4)) / 6,
  };
}

/** By how much the sine of the latitude grows over so many radians. */
function rise(phi: number, { sine, cosine }: Start): number {
  return phi * (cosine - (phi / 2) * (sine + (phi / 3) * (cosine - (phi / 4) * sine)));
}

/** Ground between the first vertex's parallel and another, per radian of longitude. */
function groundBelow(rise: number, { first, second, third }: Start): number {
  return rise * (first + rise * (second + rise * third));
}

/** Ground between a geodesic and the line straight in degrees: its second derivative, taken as constant along it. */
function bend(sine: number, east: number, north: number): number {
  const w = 1 - e2 * sine * sine;
  const cosine2 = 1 - sine * sine;
  const alongParallel = -(a2 / w) * cosine2 * sine;
  const acrossParallel = ((-a2 * (1 - e2) * sine) / w ** 3) * (2 * (1 - e2) + 3 * e2 * cosine2);
  return (east * (alongParallel * east * east + acrossParallel * north * north)) / 12;
}
