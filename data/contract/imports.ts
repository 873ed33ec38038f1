import { z } from 'zod';
import { endpoint } from './endpoint';
import { areal, bbox, multiPolygon } from './geojson';

const id = z.object({ id: z.uuid() });

/** Fields of a parcel that a column of the file may fill. */
export const parcelField = z.enum([
  'number',
  'name',
  'area',
  'use',
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

export const importMapping = z.object({
  columns: z.partialRecord(parcelField, z.string()),
  areaUnit: areaUnit.default('square-metres'),
});

export const importPreview = z.object({
  fileName: z.string(),
  format: z.enum(['geojson', 'shapefile']),
  byteLength: z.number(),
  sha256: z.string(),
  encoding: z.string().nullable(),
  encodingWhy: z.string().nullable(),
  encodings: z.array(z.string()),
  recordCount: z.number(),
  crs: z.object({
    declared: z.string().nullable(),
    /** The one that is certain; null when the user must choose. */
    chosen: z.string().nullable(),
    choices: z.array(crsChoice),
  }),
  columns: z.array(
    z.object({
      name: z.string(),
      type: z.enum(['text', 'number', 'boolean', 'date', 'mixed']),
      samples: z.array(z.string()),
      filled: z.number(),
      /** The field that the name and values suggest. */
      guess: parcelField.nullable(),
    }),
  ),
  mapping: importMapping,
  /** Outlines in degrees for the map before anything is written; thinned when the file is large. */
  outlines: z.array(
    z.object({
      record: z.number(),
      geometry: z.union([areal, multiPolygon]),
      label: z.string().nullable(),
      bad: z.boolean(),
    }),
  ),
  outlinesOf: z.number(),
  warnings: z.array(z.object({ code: z.string(), message: z.string() })),
});

export const quarantinedRecord = z.object({
  record: z.number(),
  number: z.string().nullable(),
  code: z.string(),
  /** What is wrong with which record, and what to do, in the reader's language. */
  message: z.string(),
  remedy: z.string(),
  at: z.array(z.number()).nullable(),
});

export const importReport = z.object({
  received: z.number(),
  accepted: z.number(),
  quarantined: z.number(),
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
  summary: 'Uploads a parcel file (multipart, one part named file); nothing is written to the map',
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
  summary: 'Previews the file again with another encoding, CRS or mapping',
  params: id,
  body: z.object({ encoding: z.string().optional(), crs: z.string().optional(), mapping: importMapping.optional() }),
  response: importState,
});
export const commitImport = endpoint({
  method: 'POST',
  path: '/api/imports/:id/commit',
  tag: 'imports',
  signed: true,
  summary: 'Writes the parcels: each record ends accepted or in quarantine',
  params: id,
  body: z.object({ crs: z.string(), mapping: importMapping, reason: z.string().trim().max(500).optional() }),
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
export const listQuarantine = endpoint({
  method: 'GET',
  path: '/api/imports/:id/quarantine',
  tag: 'imports',
  summary: 'Records held back, each with its reason and remedy',
  params: id,
  query: z.object({
    limit: z.coerce.number().int().min(1).max(1000).default(200),
    offset: z.coerce.number().int().min(0).default(0),
  }),
  response: z.object({ total: z.number(), rows: z.array(quarantinedRecord) }),
});
export type ImportState = z.infer<typeof importState>;
export type ImportPreview = z.infer<typeof importPreview>;
export type ImportReport = z.infer<typeof importReport>;
export type ImportMapping = z.infer<typeof importMapping>;
export type ParcelField = z.infer<typeof parcelField>;
export type QuarantinedRecord = z.infer<typeof quarantinedRecord>;
