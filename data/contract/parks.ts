import { z } from 'zod';
import { contiguityAnswer, titleAnswer } from './analysis';
import { endpoint } from './endpoint';
import { areal, bbox, point } from './geojson';
import { parcelRow } from './parcels';
import { contiguityVerdict, grade, isoDate, named, verdict } from './vocabulary';

const id = z.object({ id: z.string().regex(/^\d+$/) });

export const parkRow = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['draft', 'official']),
  unit: z.string().nullable(),
  theme: z.string().nullable(),
  memberCount: z.number(),
  areaMu: z.number(),
  title: verdict,
  contiguity: contiguityVerdict,
  /** Verdict of each title test, in the order of the clause. */
  tests: z.array(z.object({ id: z.string(), verdict })),
  awarded: z.boolean(),
  centre: point,
  bbox,
  sample: z.boolean(),
});

/** A firm as the workbench may list it: grades and place, never output or tax. */
export const parkFirm = z.object({
  id: z.string(),
  uscc: z.string(),
  name: z.string(),
  grades: z.array(z.object({ grade, from: isoDate, until: isoDate })),
  /** Highest grade valid on the day asked for. */
  gradeNow: grade.nullable(),
  /** Whether the specialized-count test counts it, and the reason in the reader's language. */
  counted: z.boolean(),
  why: z.string(),
  /** Whether output of the tested year is in hand; the figure itself stays out of the answer. */
  outputKnown: z.boolean(),
  location: point.nullable(),
  parcel: z.string().nullable(),
});

export const parkCard = parkRow.extend({
  areaSquareMetres: z.number(),
  crossesUnit: z.array(z.string()),
  unitBasis: z.enum(['stored', 'zone-layer', 'county', 'schematic', 'none']),
  platform: z.array(z.object({ stage: z.string(), name: z.string().nullable() })),
  members: z.array(parcelRow),
  firms: z.array(parkFirm),
  firmsByGrade: z.record(z.string(), z.number()),
  geometry: areal,
  redLine: areal.nullable(),
  titleRecord: z
    .object({
      awardedOn: isoDate,
      document: z.string(),
      withdrawnOn: isoDate.nullable(),
      withdrawnDocument: z.string().nullable(),
    })
    .nullable(),
  fourBatches: z.object({ year: z.number(), entry: z.string() }).nullable(),
  /** Days on which a grade that counts today runs out, soonest first, with the count that is left. */
  ahead: z.array(z.object({ date: isoDate, firms: z.array(z.string()), specializedLeft: z.number() })),
  /** Leftover plots beside the park that hold: as ruled, else as found; rejected ones are left out. */
  leftover: z.array(z.object({ parcel: z.string(), number: z.string(), kind: z.string(), areaMu: z.number() })),
  ruleset: z.object({ id: z.string(), title: named }),
  version: z.number(),
  source: z.string(),
});

export const parkVerdict = z.object({
  asOf: isoDate,
  outputYear: z.number(),
  title: titleAnswer,
  contiguity: contiguityAnswer,
  /** Members by feature id used in the answers (parcel id), with number and geometry, so that pieces can be drawn. */
  members: z.array(z.object({ id: z.string(), number: z.string(), geometry: areal })),
  responsible: z.array(z.string()),
  inputVersion: z.string(),
});

export const listParks = endpoint({
  method: 'GET',
  path: '/api/parks',
  tag: 'parks',
  summary: 'All parks with their verdicts',
  query: z.object({
    unit: z.string().optional(),
    verdict: verdict.optional(),
    kind: z.enum(['draft', 'official']).optional(),
  }),
  response: z.object({ rows: z.array(parkRow) }),
});
export const readPark = endpoint({
  method: 'GET',
  path: '/api/parks/:id',
  tag: 'parks',
  summary: 'One park: members, firms by grade, theme, platform chain, title record',
  params: id,
  query: z.object({ asOf: isoDate.optional() }),
  response: parkCard,
});
export const readParkVerdict = endpoint({
  method: 'GET',
  path: '/api/parks/:id/verdict',
  tag: 'parks',
  summary: 'Contiguity and title of one saved park, from the same core as the stateless endpoints',
  params: id,
  query: z.object({
    asOf: isoDate.optional(),
    outputYear: z.coerce.number().int().min(1990).max(2100).optional(),
    maxGapMetres: z.coerce.number().min(0).max(1000).optional(),
  }),
  response: parkVerdict,
});
/** The verdict over parcels picked but not saved: the drawn what-if. */
export const previewPark = endpoint({
  method: 'POST',
  path: '/api/parks/preview',
  tag: 'parks',
  summary: 'Contiguity and title of parcels picked but not saved; stores nothing',
  body: z.object({
    parcels: z.array(z.string().regex(/^\d+$/)).min(1).max(5000),
    asOf: isoDate.optional(),
    maxGapMetres: z.number().min(0).max(1000).optional(),
  }),
  response: parkVerdict,
});
const parkName = z.string().trim().min(1).max(80);
export const createPark = endpoint({
  method: 'POST',
  path: '/api/parks',
  tag: 'parks',
  signed: true,
  summary: 'Saves picked parcels as a draft park',
  body: z.object({
    name: parkName,
    parcels: z.array(z.string().regex(/^\d+$/)).min(1).max(5000),
    theme: z.string().nullish(),
    reason: z.string().trim().max(500).optional(),
  }),
  response: z.object({ id: z.string(), event: z.string() }),
});
/** Changes a draft park. `version` is the one read before; a stale one is refused with 409 so that nobody's work is lost. */
export const changePark = endpoint({
  method: 'PATCH',
  path: '/api/parks/:id',
  tag: 'parks',
  signed: true,
  summary: 'Renames a draft park, changes its theme or its members',
  params: id,
  body: z.object({
    version: z.number().int(),
    name: parkName.optional(),
    theme: z.string().nullish(),
    parcels: z.array(z.string().regex(/^\d+$/)).min(1).max(5000).optional(),
    reason: z.string().trim().max(500).optional(),
  }),
  response: z.object({ id: z.string(), version: z.number(), event: z.string() }),
});
export const removePark = endpoint({
  method: 'DELETE',
  path: '/api/parks/:id',
  tag: 'parks',
  signed: true,
  summary: 'Removes a draft park; undo brings it back',
  params: id,
  query: z.object({ version: z.coerce.number().int() }),
  response: z.object({ event: z.string() }),
});
export type ParkRow = z.infer<typeof parkRow>;
export type ParkCard = z.infer<typeof parkCard>;
export type ParkFirm = z.infer<typeof parkFirm>;
export type ParkVerdict = z.infer<typeof parkVerdict>;
