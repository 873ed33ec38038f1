import proj4 from 'proj4';
import type { Position } from '../../../data/contract/geojson';

/** The plane in which lengths and gaps are measured: degrees in, metres out, and back. */
export interface CityCrs {
  readonly toMetres: (position: Position) => [number, number];
  readonly toDegrees: (point: readonly [number, number]) => [number, number];
  /** Turns one point into metres in place: for millions of points, each of which would otherwise be an object or three. */
  readonly project: (point: { x: number; y: number }) => void;
}

const degrees = '+proj=longlat +ellps=GRS80 +no_defs';
/** As proj4 has it, so that both ways give the same point to the last digit. */
const RADIANS_PER_DEGREE = 0.017453292519943295;
const opened = new Map<string, CityCrs>();

/** Opens the city CRS from its PROJ definition (a setting of the ruleset); longitude and latitude are CGCS2000. */
export function openCityCrs(definition: string): CityCrs {
  const known = opened.get(definition);
  if (known) return known;
  const converter = proj4(degrees, definition);
  const projection = proj4.Proj(definition);
  const crs: CityCrs = {
    toMetres: (position) => converter.forward([position[0] as number, position[1] as number]) as [number, number],
    toDegrees: (point) => converter.inverse([point[0], point[1]]) as [number, number],
    project: (point) => {
      point.x *= RADIANS_PER_DEGREE;
      point.y *= RADIANS_PER_DEGREE;
      projection.forward(point);
    },
  };
  opened.set(definition, crs);
  return crs;
}
