import { z } from 'zod';
import type { Bbox } from '../../data/contract';

/** What every table holds in the same shape: rows are checked against these as they leave the database. */
export const bboxRow = z.tuple([z.number(), z.number(), z.number(), z.number()]).transform((box): Bbox => box);
export const unitBasis = z.enum(['stored', 'zone-layer', 'county', 'schematic', 'none']);

/** SQL of a geometry's bounding box as an array `[west, south, east, north]`. */
export const bboxSql = (geometry: string): string =>
  `array[st_xmin(${geometry}), st_ymin(${geometry}), st_xmax(${geometry}), st_ymax(${geometry})]`;
/** SQL of a geometry as GeoJSON in degrees; ten decimals keep a hundredth of a millimetre. */
export const geoJsonSql = (geometry: string): string => `st_asgeojson(${geometry}, 10, 0)::jsonb`;
