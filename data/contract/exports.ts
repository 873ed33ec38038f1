import { z } from 'zod';
import { endpoint } from './endpoint';
import { bboxText } from './geojson';
import { named, verdict } from './vocabulary';

/** What can be written out. */
export const exportWhat = z.enum(['parcels', 'leftover', 'parks', 'firms', 'units']);
/** File formats that are written. */
export const exportFormat = z.enum(['xlsx', 'csv', 'geojson', 'gpkg', 'shp', 'dxf', 'kml', 'txt']);
export const exportEncoding = z.enum(['GBK', 'UTF-8']);

/** The rows to write and their order: the same question as the list's, fields that a list does not know are ignored. */
const rows = z.object({
  what: exportWhat,
  bbox: bboxText.optional().describe('what the map shows'),
  unit: z.string().optional().describe('comma separated units'),
  import: z.uuid().optional().describe('parcels that one import brought in'),
  status: z.string().optional().describe('comma separated plot statuses'),
  use: z.string().optional().describe('comma separated land uses'),
  park: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
  number: z.string().optional().describe('begins with'),
  kind: z.string().optional().describe('leftover kinds, comma separated; of parks draft or official'),
  tenure: z.string().optional().describe('comma separated tenures'),
  minMu: z.coerce.number().min(0).optional(),
  maxMu: z.coerce.number().min(0).optional(),
  ruled: z.enum(['none', 'accepted', 'changed', 'rejected', 'any']).optional(),
  verdict: verdict.optional().describe('title finding of parks'),
  sort: z.string().max(20).optional().describe('as the list is sorted'),
});

/** Where a file is written from: a plain link, so that it can be downloaded; the internal one needs a signed actor. */
export const EXPORT_PATH = '/api/exports/file';
export const exportQuery = rows.extend({
  format: exportFormat,
  crs: z.string().max(40).optional().describe('as /api/exports/plan offers it; CGCS2000 degrees unless said'),
  encoding: exportEncoding.default('GBK').describe('of shapefiles and boundary-point TXT'),
  lang: z.enum(['zh', 'en']).default('zh'),
  public: z
    .enum(['true', 'false'])
    .default('true')
    .describe('false adds what only the office may see, and needs a signed actor')
    .transform((text) => text === 'true'),
  approval: z.string().trim().max(60).optional().describe('map approval number'),
});

/** What an export of these rows would be, before it is made. */
export const planExport = endpoint({
  method: 'GET',
  path: '/api/exports/plan',
  tag: 'exports',
  summary: 'How many rows an export would hold, how large it would be, and the coordinate systems it may be in',
  query: rows,
  response: z.object({
    count: z.number(),
    /** More rows than this are refused. */
    rowLimit: z.number(),
    /** Estimated size by format. */
    bytes: z.record(exportFormat, z.number()),
    systems: z.array(z.object({ id: z.string(), title: named, projected: z.boolean() })),
    /** The 3-degree plane in which most of the ground lies. */
    ownZone: z.string(),
    /** Whether the ground lies in more than one 3-degree zone. */
    spansZones: z.boolean(),
    sample: z.boolean(),
  }),
});

export type ExportWhat = z.infer<typeof exportWhat>;
export type ExportFormat = z.infer<typeof exportFormat>;
export type ExportEncoding = z.infer<typeof exportEncoding>;
export type ExportRows = z.output<typeof rows>;
export type ExportQuery = z.output<typeof exportQuery>;
