import type { LineString, MultiLineString } from '../../../data/contract/geojson';
import type { CityCrs } from './city-crs';
import { corridorLand } from './corridor';
import { type Path, type Shape, shapeOfLines } from './shape';

/** A line on the plane: the land it stands for, and each of its lines bare. */
export interface LineLand {
  /** Overlapping pieces, half the width to each side; none without width. */
  readonly grounds: readonly Shape[];
  readonly lines: readonly Shape[];
}

interface Kept extends LineLand {
  readonly crs: CityCrs;
  readonly widthMetres: number;
}

const kept = new WeakMap<object, Kept>();

/** Lays a line and its land out; what is asked again for the same object, width and plane is not laid again. */
export function layLine(geometry: LineString | MultiLineString, widthMetres: number, crs: CityCrs): LineLand {
  const before = kept.get(geometry);
  if (before?.crs === crs && before.widthMetres === widthMetres) return before;
  const lines = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates;
  const paths = lines.map((line): Path => line.map(crs.toMetres));
  const laid = {
    crs,
    widthMetres,
    grounds: corridorLand(paths, widthMetres),
    lines: paths.map((path) => shapeOfLines([path])),
  };
  kept.set(geometry, laid);
  return laid;
}
