import { z } from 'zod';
import { endpoint } from './endpoint';
import { bbox, linearOrAreal, point } from './geojson';

const id = z.object({ id: z.uuid() });

/** Fields of a parcel that a column of the file may fill. */
export const parcelField = z.enum([
  'number',
  'name',
  'area',
  'use',
  'useCode',
  'status',
  'tenure',
  'unit',
  'plotRatio',
  'buildingDensity',
  'heightLimit',
  'greenShare',
  'price',
  'farmland',
]);
export const areaUnit = z.enum(['square-metres', 'hectares', 'mu']);

/** What a file can bring in. */
export const importKind = z.enum([
  'parcels',
  'parks',
  'zones',
  'corridors',
  'control-lines',
  'firms',
  'firm-years',
  'unit-targets',
  'quotas',
]);
/** `insert` holds back numbers that are known; `update` writes over them; `replace` also removes what an earlier import brought and this one lacks. */
export const importMode = z.enum(['insert', 'update', 'replace']);
export const importFormat = z.enum([
  'geojson',
  'geojsonseq',
  'shapefile',
  'geopackage',
  'filegdb',
  'flatgeobuf',
  'dxf',
  'kml',
  'boundary-txt',
  'xlsx',
  'csv',
]);
/** What the records of a layer are drawn as; `none` where they have no place. */
export const layerShape = z.enum(['polygon', 'line', 'point', 'mixed', 'none']);

/** A CRS that the reader may place the file in. `id` is an EPSG code or `local-118.5`. */
export const crsChoice = z.object({
  id: z.string(),
  title: z.string(),
  /** Why this one is offered, in the reader's language. */
  why: z.string(),
  /** Where the file would lie in degrees. */
  bbox: bbox.nullable(),
  inExtent: z.boolean(),
});

/** Which column fills which field of the kind (`importFields`), and how areas are written. */
export const importMapping = z.object({
  columns: z.record(z.string().max(40), z.string().max(200)),
  /** One value for every record, by field: for what the file as a whole is of and has no column for. */
  constants: z.record(z.string().max(40), z.string().trim().min(1).max(200)).optional(),
  areaUnit: areaUnit.default('square-metres'),
});

export const importPreview = z.object({
  fileName: z.string(),
  format: importFormat,
  byteLength: z.number(),
  sha256: z.string(),
  encoding: z.string().nullable(),
  encodingWhy: z.string().nullable(),
  encodings: z.array(z.string()),
  recordCount: z.number(),
  kind: importKind,
  /** What the file seems to hold, and every kind that its shapes allow. */
  kindGuess: importKind.nullable(),
  kinds: z.array(importKind),
  /** Layers, sheets or tables of the file, and the one that was read. */
  layers: z.array(z.object({ name: z.string(), records: z.number().nullable(), shape: layerShape })),
  layer: z.string(),
  crs: z.object({
    declared: z.string().nullable(),
    /** The one that is certain; null when the user must choose, and also where the kind has no place. */
    chosen: z.string().nullable(),
    choices: z.array(crsChoice),
    /** False for records without a place: then there is nothing to choose. */
    needed: z.boolean(),
  }),
  /** Fields of the kind, in order, in the reader's language. */
  fields: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      required: z.boolean(),
      hint: z.string().nullable(),
      /** Each record has its own: no constant can stand for it. */
      varies: z.boolean(),
      /** The values that are known for it; null where any text may stand. */
      values: z.array(z.object({ value: z.string(), title: z.string() })).nullable(),
    }),
  ),
  /** What was chosen for an earlier file of the same make, and is proposed again; and who had sent that one. */
  remembered: z.object({ fileName: z.string(), at: z.iso.datetime(), sender: z.string().nullable() }).nullable(),
  /** Earlier imports of this kind still on the map, which `replace` may name. */
  replaceable: z.array(z.object({ id: z.string(), fileName: z.string(), at: z.iso.datetime(), count: z.number() })),
  /** Records as they came, the first and the faulty ones, for the table beside the map. */
  rows: z.array(
    z.object({ record: z.number(), cells: z.record(z.string(), z.string().nullable()), fault: z.string().nullable() }),
  ),
  columns: z.array(
    z.object({
      name: z.string(),
      type: z.enum(['text', 'number', 'boolean', 'date', 'mixed']),
      samples: z.array(z.string()),
      filled: z.number(),
      /** The field that the name and values suggest. */
      guess: z.string().nullable(),
    }),
  ),
  mapping: importMapping,
  /** Outlines in degrees for the map before anything is written; thinned when the file is large. */
  outlines: z.array(
    z.object({
      record: z.number(),
      geometry: z.union([linearOrAreal, point]),
      label: z.string().nullable(),
      bad: z.boolean(),
    }),
  ),
  outlinesOf: z.number(),
  warnings: z.array(z.object({ code: z.string(), message: z.string() })),
});

export const importReport = z.object({
  received: z.number(),
  accepted: z.number(),
  quarantined: z.number(),
  kind: importKind,
  mode: importMode,
  /** What became of the accepted: new, written over, the same as before; and what a replacement removed. */
  written: z.object({ inserted: z.number(), updated: z.number(), unchanged: z.number(), removed: z.number() }),
  /** Records accepted after they were mended. */
  mended: z.number(),
  /** Accepted plots, or parks, that share ground with another: of this file, or already there; largest first. */
  overlaps: z.array(
    z.object({
      record: z.number(),
      number: z.string(),
      parcel: z.string().nullable(),
      /** The park, where parks are compared; then `number` is its name. */
      park: z.string().optional(),
      other: z.object({
        parcel: z.string().nullable(),
        park: z.string().optional(),
        number: z.string(),
        sameFile: z.boolean(),
      }),
      areaSquareMetres: z.number(),
    }),
  ),
  overlapsCount: z.number(),
  byReason: z.array(z.object({ code: z.string(), title: z.string(), count: z.number() })),
  declaredMu: z.number().nullable(),
  computedMu: z.number(),
  /** Accepted parcels whose declared area differs from the computed one by more than 5 %, largest first. */
  areaDisagrees: z.array(
    z.object({
      record: z.number(),
      number: z.string(),
      parcel: z.string().nullable(),
      declaredSquareMetres: z.number(),
      computedSquareMetres: z.number(),
      difference: z.number(),
    }),
  ),
  areaDisagreesCount: z.number(),
  warnings: z.array(z.object({ code: z.string(), message: z.string() })),
  bbox: bbox.nullable(),
  event: z.string().nullable(),
  undone: z.boolean(),
});

export const importState = z.object({
  id: z.string(),
  fileName: z.string(),
  actor: z.string(),
  at: z.iso.datetime(),
  kind: importKind,
  phase: z.enum(['reading', 'ready', 'writing', 'done', 'failed', 'cancelled']),
  progress: z.object({ step: z.string(), done: z.number(), of: z.number().nullable() }).nullable(),
  preview: importPreview.nullable(),
  report: importReport.nullable(),
  error: z.object({ code: z.string(), message: z.string(), remedy: z.string() }).nullable(),
});

/** Body is multipart/form-data with one part `file`; described here for OpenAPI, read as a stream by the server. */
export const createImport = endpoint({
  method: 'POST',
  path: '/api/imports',
  tag: 'imports',
  signed: true,
  summary: 'Uploads a file (multipart, one part named file); nothing is written to the map',
  query: z.object({ kind: importKind.optional() }),
  response: z.object({ id: z.string() }),
});
export const listImports = endpoint({
  method: 'GET',
  path: '/api/imports',
  tag: 'imports',
  summary: 'Imports, newest first',
  response: z.object({ rows: z.array(importState.omit({ preview: true })) }),
});
export const readImport = endpoint({
  method: 'GET',
  path: '/api/imports/:id',
  tag: 'imports',
  summary: 'Where an import stands: progress, preview, report or what went wrong',
  params: id,
  response: importState,
});
/** Reads the stored file again with another encoding or CRS; still nothing is written to the map. */
export const reviseImport = endpoint({
  method: 'PATCH',
  path: '/api/imports/:id',
  tag: 'imports',
  signed: true,
  summary: 'Previews the file again with another kind, layer, encoding, CRS or mapping',
  params: id,
  body: z.object({
    kind: importKind.optional(),
    layer: z.string().max(200).optional(),
    encoding: z.string().optional(),
    crs: z.string().optional(),
    mapping: importMapping.optional(),
  }),
  response: importState,
});
export const commitImport = endpoint({
  method: 'POST',
  path: '/api/imports/:id/commit',
  tag: 'imports',
  signed: true,
  summary: 'Writes the records: each ends accepted or in quarantine',
  params: id,
  body: z.object({
    /** Null where the kind has no place. */
    crs: z.string().nullable(),
    mapping: importMapping,
    mode: importMode.default('insert'),
    /** The import that `replace` puts this one in the place of. */
    replaces: z.uuid().optional(),
    /** Who sent the file; stands as publisher of the source. */
    sender: z.string().trim().max(200).optional(),
    /** True when the file is known to hold everything of its kind on the ground that it covers. */
    complete: z.boolean().optional(),
    reason: z.string().trim().max(500).optional(),
  }),
  response: importState,
});
export const cancelImport = endpoint({
  method: 'DELETE',
  path: '/api/imports/:id',
  tag: 'imports',
  signed: true,
  summary: 'Gives up an import that has not been written',
  params: id,
  response: importState,
});
export type ImportState = z.infer<typeof importState>;
export type ImportPreview = z.infer<typeof importPreview>;
export type ImportReport = z.infer<typeof importReport>;
export type ImportMapping = z.infer<typeof importMapping>;
export type ParcelField = z.infer<typeof parcelField>;
export type ImportKind = z.infer<typeof importKind>;
export type ImportMode = z.infer<typeof importMode>;
export type ImportFormat = z.infer<typeof importFormat>;
export type LayerShape = z.infer<typeof layerShape>;
