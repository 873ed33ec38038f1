import type { ImportPreview, Position } from '../../../../data/contract';

type Shape = ImportPreview['outlines'][number]['geometry'];

export interface Parts {
  readonly areas: readonly (readonly (readonly Position[])[])[];
  readonly lines: readonly (readonly Position[])[];
  readonly points: readonly Position[];
}

/** What a shape of a file is drawn as: areas with their rings, lines, points. */
export function partsOf(shape: Shape): Parts {
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

/** Every corner of a shape. */
export function cornersOf(shape: Shape): readonly Position[] {
  const { areas, lines, points } = partsOf(shape);
  return [...areas.flat(2), ...lines.flat(), ...points];
}
