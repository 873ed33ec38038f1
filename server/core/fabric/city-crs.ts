import proj4 from 'proj4';
import type { Position } from '../../../data/contract/geojson';

/** The plane in which lengths and gaps are measured: degrees in, metres out, and back. */
export interface CityCrs {
  readonly toMetres: (position: Position) => [number, number];
  readonly toDegrees: (point: readonly [number, number]) => [number, number];
}

const degrees = '+proj=longlat +ellps=GRS80 +no_defs';
const opened = new Map<string, CityCrs>();

/** Opens the city CRS from its PROJ definition (a setting of the ruleset); longitude and latitude are CGCS2000. */
export function openCityCrs(definition: string): CityCrs {
  const known = opened.get(definition);
  if (known) return known;
  const converter = proj4(degrees, definition);
  const crs: CityCrs = {
    toMetres: (position) => converter.forward([position[0] as number, position[1] as number]) as [number, number],
    toDegrees: (point) => converter.inverse([point[0], point[1]]) as [number, number],
  };
  opened.set(definition, crs);
  return crs;
}
