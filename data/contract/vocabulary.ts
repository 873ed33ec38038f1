import { z } from 'zod';

/** The three-way answer of every test; missing data never becomes a pass or a fail. */
export const verdict = z.enum(['met', 'unmet', 'unknown']);
export const contiguityVerdict = z.enum(['contiguous', 'nearly', 'separate', 'unknown']);
export const readingName = z.enum(['strict', 'normal', 'loose']);

/** What lies around and between plots. */
export const surroundingKind = z.enum([
  'road',
  'expressway',
  'railway',
  'river',
  'ditch',
  'green-belt',
  'power-line',
  'planning-edge',
  'county-boundary',
  'parcel',
]);

export const leftoverKind = z.enum([
  'corner',
  'scattered',
  'enclosed',
  'manual',
  'not-adjacent',
  'too-large',
  'unknown',
]);

/** Plot status in the order land moves through it. */
export const plotStatus = z.enum([
  'planned',
  'approved-not-supplied',
  'on-offer',
  'supplied-not-started',
  'under-construction',
  'in-production',
  'inefficient',
  'idle',
  'taken-back',
]);

/** Use groups the map paints; the bureau's own use code is kept beside it. */
export const landUse = z.enum([
  'industrial',
  'research',
  'logistics',
  'commercial',
  'residential',
  'public',
  'green',
  'transport',
  'water',
  'farmland',
  'other',
]);

export const tenure = z.enum(['state', 'collective', 'unknown']);
export const grade = z.enum(['innovative', 'specialized', 'little-giant', 'technology']);
export const chainLink = z.enum(['final-assembly', 'chip-making', 'system-integration', 'key-materials', 'other']);
export const controlKind = z.enum([
  'basic-farmland',
  'ecological-red-line',
  'urban-growth-boundary',
  'industrial-block',
]);
export const beltId = z.enum(['central', 'coastal', 'mountain']);
export const ruleOrigin = z.enum(['policy', 'assumption']);
export const parameterOrigin = z.enum(['policy', 'assumption', 'request']);

export type Verdict = z.infer<typeof verdict>;
export type ContiguityVerdict = z.infer<typeof contiguityVerdict>;
export type ReadingName = z.infer<typeof readingName>;
export type SurroundingKind = z.infer<typeof surroundingKind>;
export type LeftoverKind = z.infer<typeof leftoverKind>;
export type PlotStatus = z.infer<typeof plotStatus>;
export type LandUse = z.infer<typeof landUse>;
export type Tenure = z.infer<typeof tenure>;
export type Grade = z.infer<typeof grade>;
export type ChainLink = z.infer<typeof chainLink>;
export type ControlKind = z.infer<typeof controlKind>;
export type BeltId = z.infer<typeof beltId>;
export type ParameterOrigin = z.infer<typeof parameterOrigin>;

/** A name in the two languages of the interface. */
export const named = z.object({ zh: z.string(), en: z.string() });
export type Named = z.infer<typeof named>;

export const isoDate = z.iso.date();
/** Calendar date `YYYY-MM-DD`. */
export type IsoDate = z.infer<typeof isoDate>;

export const clause = z.object({ document: z.string().min(1), article: z.string().min(1) });
export type Clause = z.infer<typeof clause>;
