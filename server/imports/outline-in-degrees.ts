import { z } from 'zod';
import type { QuarantinedRecord } from '../../data/contract';
import { crsOfId } from '../formats/crs/catalogue';
import { toDegrees } from '../formats/crs/crs';

const drawable = z.object({
  crs: z.string(),
  type: z.enum(['MultiPolygon', 'MultiLineString', 'Point', 'MultiPoint']),
  coordinates: z.array(z.unknown()),
});
const outlineDigits = 7;

/** The shape of a record as it came, brought into degrees; null where it cannot be drawn. */
export function outlineInDegrees(original: unknown): QuarantinedRecord['geometry'] {
  const given = drawable.safeParse(original).data;
  const crs = given && crsOfId(given.crs);
  if (!crs) return null;
  const convert = toDegrees(crs);
  let finite = true;
  const placed = (value: unknown): unknown => {
    if (!Array.isArray(value)) return value;
    const [x, y] = value;
    if (typeof x !== 'number' || typeof y !== 'number') return value.map(placed);
    const position = convert(x, y).map((degrees) => Number(degrees.toFixed(outlineDigits)));
    finite &&= position.every(Number.isFinite);
    return position;
  };
  const coordinates = placed(given.coordinates) as unknown[];
  if (!finite || given.type === 'MultiPoint') return null;
  return { type: given.type, coordinates } as QuarantinedRecord['geometry'];
}
