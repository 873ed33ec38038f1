import type { LinearOrAreal, Position } from '../../../data/contract/geojson';
import type { CityCrs } from '../../core/fabric/city-crs';
import type { Box } from '../../core/fabric/shape';

/** Box in metres of a geometry in degrees. */
export function boxOfGeometry(geometry: LinearOrAreal, crs: CityCrs): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const position of positionsOf(geometry)) {
    const [x, y] = crs.toMetres(position);
    west = Math.min(west, x);
    south = Math.min(south, y);
    east = Math.max(east, x);
    north = Math.max(north, y);
  }
  return [west, south, east, north];
}

/** Every position of a geometry. */
export function positionsOf(geometry: LinearOrAreal): readonly Position[] {
  switch (geometry.type) {
    case 'LineString':
      return geometry.coordinates;
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates.flat();
    case 'MultiPolygon':
      return geometry.coordinates.flat(2);
  }
}
