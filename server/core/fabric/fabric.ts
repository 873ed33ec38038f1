import Flatbush from 'flatbush';
import type { Areal, Position } from '../../../data/contract/geojson';
import type { CityCrs } from './city-crs';
import { type Box, type Path, perimeterMetres, planarArea, type Shape, shapeOfRings } from './shape';

/** Ground with a name: what the core takes once geometry has been judged. */
export interface PlotInput {
  readonly id: string;
  readonly geometry: Areal;
  /** The same ground laid out already in the city CRS, where whoever asks keeps it so. */
  readonly parts?: readonly Part[] | undefined;
}

/** One polygon of a plot in the city CRS, with its outline in degrees kept for areas on the ellipsoid. */
export interface Part extends Shape {
  readonly plot: string;
  readonly lonLat: readonly (readonly Position[])[];
  readonly perimeterMetres: number;
  readonly planarSquareMetres: number;
}

/** All polygon parts of a set of plots, and an index over their boxes. */
export interface Fabric {
  readonly parts: readonly Part[];
  readonly index: Flatbush | null;
}

/** Lays plots out as parts on the plane of the city CRS. */
export function layFabric(plots: readonly PlotInput[], crs: CityCrs): Fabric {
  const parts = plots.flatMap((plot) => partsOf(plot, crs));
  return { parts, index: indexOf(parts) };
}

/** The polygon parts of one plot. */
export function partsOf(plot: PlotInput, crs: CityCrs): readonly Part[] {
  return plot.parts ?? layParts(plot, crs);
}

function layParts({ id, geometry }: PlotInput, crs: CityCrs): Part[] {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons.map((lonLat) => {
    const rings = lonLat.map((ring): Path => ring.map(crs.toMetres));
    const shape = shapeOfRings(rings);
    return {
      ...shape,
      plot: id,
      lonLat,
      perimeterMetres: perimeterMetres(shape),
      planarSquareMetres: planarArea(rings),
    };
  });
}

/** Indexes shapes by box, in their order; null of none. */
export function indexOf(shapes: readonly { readonly box: Box }[]): Flatbush | null {
  if (shapes.length === 0) return null;
  const index = new Flatbush(shapes.length);
  for (const { box } of shapes) index.add(box[0], box[1], box[2], box[3]);
  index.finish();
  return index;
}

/**
 * Calls back once for every two shapes whose boxes come within `metres` of each other, by their places. Pairs are met
 * inside the search, which so never lists them: a wide search over a city has millions.
 */
export function eachPairWithin(
  shapes: readonly { readonly box: Box }[],
  index: Flatbush | null,
  metres: number,
  visit: (i: number, j: number) => void,
): void {
  shapes.forEach(({ box }, i) => {
    index?.search(box[0] - metres, box[1] - metres, box[2] + metres, box[3] + metres, (j) => {
      if (j > i) visit(i, j);
      return false;
    });
  });
}
