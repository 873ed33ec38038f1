import { z } from 'zod';
import { endpoint } from './endpoint';
import { linearOrAreal, point } from './geojson';

const id = z.object({ id: z.uuid() });

/** Ways to mend a record that is held back. `values` = other texts for its fields; `take` = this one holds among its twins. */
export const mendHow = z.enum(['make-valid', 'close-ring', 'swap-axes', 'crs', 'values', 'take']);

/** A record that is held back, as it is told to the reader. */
export const quarantinedRecord = z.object({
  record: z.number(),
  number: z.string().nullable(),
  code: z.string(),
  /** What is wrong with which record, and what to do, in the reader's language. */
  message: z.string(),
  remedy: z.string(),
  at: z.array(z.number()).nullable(),
  /** The record as it came. */
  cells: z.record(z.string(), z.string().nullable()),
  /** Its outline in degrees, where it can be drawn at all. */
  geometry: z.union([linearOrAreal, point]).nullable(),
  /** Ways that may mend it, the likeliest first. */
  mends: z.array(mendHow),
});

/** One record tried again: what became of it, and its outline before anything is written. */
export const mendedRecord = z.object({
  record: z.number(),
  ok: z.boolean(),
  geometry: z.union([linearOrAreal, point]).nullable(),
  areaSquareMetres: z.number().nullable(),
  /** Area of the outline as it came, where the way changes it. */
  areaBeforeSquareMetres: z.number().nullable(),
  /** Why it is still held back. */
  message: z.string().nullable(),
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
/** Tries to mend records that are held back; `dryRun` only shows. What is mended is written through the one door. */
export const mendRecords = endpoint({
  method: 'POST',
  path: '/api/imports/:id/quarantine/mend',
  tag: 'imports',
  signed: true,
  summary: 'Mends records held back and takes them in, or shows what that would give',
  params: id,
  body: z.object({
    records: z.array(z.number().int().min(1)).min(1).max(1000),
    how: mendHow,
    /** With `crs`: the one to read their coordinates in. */
    crs: z.string().optional(),
    /** With `values`: texts by field of the kind. */
    values: z.record(z.string().max(40), z.string().max(2000)).optional(),
    dryRun: z.boolean().default(false),
    reason: z.string().trim().max(500).optional(),
  }),
  response: z.object({ rows: z.array(mendedRecord), event: z.string().nullable() }),
});
export type QuarantinedRecord = z.infer<typeof quarantinedRecord>;
export type MendHow = z.infer<typeof mendHow>;
export type MendedRecord = z.infer<typeof mendedRecord>;
