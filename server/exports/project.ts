import type { ExportShape } from '../db/exports/ground';
import { type Crs, toPlane } from '../formats/crs/crs';

/** A hundredth of a millimetre in metres; in degrees the ten decimals that the database gives. */
const METRE_DIGITS = 5;

/** Opens the way from CGCS2000 degrees into a system, for positions and for ground. No datum is ever shifted. */
export function projectTo(crs: Crs): {
  position: (at: readonly number[]) => [number, number];
  shape: (shape: ExportShape) => ExportShape;
} {
  const plane = crs.kind === 'degrees' ? null : toPlane(crs);
  const position = ([x = Number.NaN, y = Number.NaN]: readonly number[]): [number, number] => {
    if (!plane) return [x, y];
    const [easting, northing] = plane(x, y);
    return [Number(easting.toFixed(METRE_DIGITS)), Number(northing.toFixed(METRE_DIGITS))];
  };
  const rings = (polygon: readonly (readonly (readonly number[])[])[]) => polygon.map((ring) => ring.map(position));
  return {
    position,
    shape: (shape) => {
      if (shape.type === 'Point') return { type: 'Point', coordinates: position(shape.coordinates) };
      if (shape.type === 'Polygon') return { type: 'Polygon', coordinates: rings(shape.coordinates) };
      return { type: 'MultiPolygon', coordinates: shape.coordinates.map(rings) };
    },
  };
}
