import type { ImportPreview, Position } from '../../../../data/contract';

type Shape = ImportPreview['outlines'][number]['geometry'];

export interface Parts {
  readonly areas: readonly (readonly (readonly Position[])[])[];
  readonly lines: readonly (readonly Position[])[];
  readonly points: readonly Position[];
}

/** Whether a map can hold a place: its planes end at 85 degrees of latitude. */
export const isOnMap = ([lon = Number.NaN, lat = Number.NaN]: readonly number[]): boolean =>
  Math.abs(lon) <= 360 && Math.abs(lat) <= 85;

/**
 * What a shape of a file is drawn as: areas with their rings, lines, points. What no map can hold is left out, as of a
 * record whose axes are swapped: its latitude would be 118 degrees.
 */
export function partsOf(shape: Shape): Parts {
  const { areas, lines, points } = splitUp(shape);
  return {
    areas: areas.filter((rings) => rings.flat().every(isOnMap)),
    lines: lines.filter((line) => line.every(isOnMap)),
    points: points.filter(isOnMap),
  };
}

function splitUp(shape: Shape): Parts {
  const none: Parts = { areas: [], lines: [], points: [] };
  switch (shape.type) {
    case 'Polygon':
      return { ...none, areas: [shape.coordinates] };
    case 'MultiPolygon':
      return { ...none, areas: shape.coordinates };
    case 'LineString':
      return { ...none, lines: [shape.coordinates] };
    case 'MultiLineString':
      return { ...none, lines: shape.coordinates };
    case 'Point':
      return { ...none, points: [shape.coordinates] };
  }
}

/** Every corner of a shape that a map can hold. */
export function cornersOf(shape: Shape): readonly Position[] {
  const { areas, lines, points } = partsOf(shape);
  return [...areas.flat(2), ...lines.flat(), ...points];
}
