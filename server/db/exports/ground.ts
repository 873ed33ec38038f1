import { z } from 'zod';
import { areal, type Point, point } from '../../../data/contract';

/** What is known of all rows of an export before one of them is read. */
export const exportSummary = z.object({
  count: z.number(),
  sources: z.array(z.string()),
  sample: z.boolean(),
  /** West and east end of the ground and the mean longitude, in degrees; null without ground. */
  west: z.number().nullable(),
  east: z.number().nullable(),
  middle: z.number().nullable(),
  /** Corners of all rings together. */
  vertices: z.number(),
});
export type ExportSummary = z.output<typeof exportSummary>;

/** SQL columns of the summary over rows that have a `geom`, a `source` and a `sample` mark under this name. */
export const summaryColumns = (row: string): string => `
  count(*)::int as count, coalesce(array_agg(distinct ${row}.source), '{}') as sources,
  coalesce(bool_or(${row}.sample), false) as sample,
  min(st_xmin(${row}.geom)) as west, max(st_xmax(${row}.geom)) as east,
  avg((st_xmin(${row}.geom) + st_xmax(${row}.geom)) / 2)::float8 as middle,
  coalesce(sum(st_npoints(${row}.geom)), 0)::float8 as vertices`;

/** SQL of ground as RFC 7946 wants it: outer rings counter-clockwise; ten decimals keep a hundredth of a millimetre. */
export const groundSql = (geometry: string): string =>
  `st_asgeojson(st_forcepolygonccw(${geometry}), 10, 0)::jsonb as shape, st_asgeojson(st_pointonsurface(${geometry}), 10, 0)::jsonb as at`;

/** The columns of `groundSql` as they leave the database. */
export const groundRow = { shape: areal, at: point };

/** Ground of an export: an area, or the point where something stands. */
export type ExportShape = z.output<typeof areal> | Point;
