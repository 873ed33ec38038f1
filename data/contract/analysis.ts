import { z } from 'zod';
import { endpoint } from './endpoint';
import { areal, linearOrAreal, lineString, point } from './geojson';
import {
  chainLink,
  clause,
  contiguityVerdict,
  grade,
  isoDate,
  leftoverKind,
  parameterOrigin,
  readingName,
  ruleOrigin,
  surroundingKind,
  verdict,
} from './vocabulary';

const featureId = z.union([z.string(), z.number()]).transform(String);
const properties = z.record(z.string(), z.unknown()).nullish();

/** Plots as callers send them. Geometry is taken loosely here and judged by the core, which names each fault. */
const feature = z.object({
  type: z.literal('Feature'),
  id: featureId,
  geometry: z.unknown(),
  properties,
});
const featureCollection = z.object({ type: z.literal('FeatureCollection'), features: z.array(feature) });
const surroundings = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(
    feature.extend({
      properties: z.looseObject({
        kind: surroundingKind,
        widthMetres: z.number().nonnegative().optional(),
        /** Ground nearer than this to the object's own edge does not lie in a gap: two surveys may disagree there. */
        edgeErrorMetres: z.number().nonnegative().optional(),
      }),
    }),
  ),
});

const parameters = z.record(
  z.string(),
  z.object({ value: z.union([z.number(), z.boolean(), z.string()]), origin: parameterOrigin }),
);
const contiguityParameters = z.object({
  snapMetres: z.number().nonnegative().optional(),
  minSharedMetres: z.number().nonnegative().optional(),
  maxGapMetres: z.number().nonnegative().optional(),
  looseGapMetres: z.number().nonnegative().optional(),
});

export const piece = z.object({
  plots: z.array(z.string()),
  areaSquareMetres: z.number(),
  areaMu: z.number(),
  share: z.number(),
});
export const reading = z.object({ verdict: contiguityVerdict, pieces: z.array(piece) });
export const gap = z.object({
  from: z.string(),
  to: z.string(),
  widthMetres: z.number(),
  line: lineString,
  holds: z.array(z.object({ kind: surroundingKind, id: z.string().optional() })),
  bridged: z.boolean().nullable(),
});
export const fault = z.object({
  code: z.string(),
  plots: z.array(z.string()),
  areaSquareMetres: z.number().optional(),
});
export const contiguityAnswer = z.object({
  verdict: contiguityVerdict,
  readings: z.object({ strict: reading, normal: reading, loose: reading }),
  gaps: z.array(gap),
  joinsAtMetres: z.number(),
  flipsAtMetres: z.number().nullable(),
  crossesUnit: z.array(z.string()),
  faults: z.array(fault),
  parameters,
  ruleset: z.string(),
});
export const contiguityRequest = z.object({
  plots: featureCollection,
  between: surroundings.optional(),
  redLine: z.unknown().optional(),
  ruleset: z.string().optional(),
  parameters: contiguityParameters.optional(),
});
export const analyseContiguity = endpoint({
  method: 'POST',
  path: '/api/analysis/contiguity',
  tag: 'analysis',
  summary: 'Whether plots are contiguous, in three readings, with every gap explained',
  body: contiguityRequest,
  response: contiguityAnswer,
});

export const leftoverFinding = z.object({
  plot: z.string(),
  kind: leftoverKind,
  areaSquareMetres: z.number(),
  areaMu: z.number(),
  atLimit: z.boolean(),
  wouldBe: leftoverKind.nullable(),
  measures: z.object({
    contactShare: z.number(),
    contactRuns: z.number(),
    edgeShare: z.number(),
    enclosure: z.number(),
    parkIntoPlot: z.number(),
    plotIntoPark: z.number(),
    inscribedWidthMetres: z.number(),
    compactness: z.number(),
  }),
  because: z.array(z.string()),
  missing: z.array(z.string()),
});
export const leftoverAnswer = z.object({
  findings: z.array(leftoverFinding),
  cap: z.object({
    share: z.number(),
    limit: z.number(),
    leftoverMu: z.number(),
    projectMu: z.number(),
    counted: z.array(leftoverKind),
    denominator: z.string(),
    verdict,
  }),
  parameters,
  ruleset: z.string(),
});
export const leftoverRequest = z.object({
  park: featureCollection,
  plots: featureCollection,
  edges: surroundings.optional(),
  ruleset: z.string().optional(),
  parameters: z
    .object({
      snapMetres: z.number().nonnegative().optional(),
      limitMu: z.number().positive().optional(),
      limitInclusive: z.boolean().optional(),
      capShare: z.number().nonnegative().optional(),
    })
    .optional(),
});
export const analyseLeftover = endpoint({
  method: 'POST',
  path: '/api/analysis/leftover',
  tag: 'analysis',
  summary: 'Which plots beside a park are corner, scattered or enclosed plots, and why',
  body: leftoverRequest,
  response: leftoverAnswer,
});

export const joinAnswer = z.object({
  possible: z.boolean(),
  plots: z.array(z.string()),
  weight: z.number().nullable(),
  areaMu: z.number().nullable(),
  proved: z.boolean(),
  lowerBound: z.number().nullable(),
  alternatives: z.array(
    z.object({ without: z.string(), plots: z.array(z.string()).nullable(), weight: z.number().nullable() }),
  ),
  alreadyContiguous: z.boolean(),
});
export const joinRequest = z.object({
  park: featureCollection,
  plots: featureCollection,
  between: surroundings.optional(),
  redLine: z.unknown().optional(),
  reading: readingName.optional(),
  weigh: z.enum(['area', 'count', 'price']).optional(),
  refused: z.array(featureId).optional(),
  ruleset: z.string().optional(),
  parameters: contiguityParameters.optional(),
});
export const analyseJoin = endpoint({
  method: 'POST',
  path: '/api/analysis/join',
  tag: 'analysis',
  summary: 'The lightest set of plots that makes a park whole',
  body: joinRequest,
  response: joinAnswer,
});

export const gradeEntry = z.object({ grade, from: isoDate, until: isoDate.nullish() });
const byYear = z.record(z.string().regex(/^\d{4}$/), z.number().nullable());
export const firmCase = z.object({
  uscc: z.string(),
  name: z.string(),
  grades: z.array(gradeEntry),
  outputCny: byYear.optional(),
  plot: featureId.nullish(),
  location: point.nullish(),
});
export const titleTest = z.object({
  id: z.enum(['specialized-count', 'contiguity', 'output-share']),
  verdict,
  value: z.union([z.number(), z.string()]).nullable(),
  limit: z.union([z.number(), z.string()]).nullable(),
  missing: z.array(z.string()),
  clause,
  origin: ruleOrigin,
  notes: z.array(z.string()),
  firms: z.array(z.string()).optional(),
});
export const titleAnswer = z.object({
  verdict,
  tests: z.array(titleTest),
  whatIf: z.object({
    specializedFirmsShort: z.number(),
    outputShort: z.object({ promote: z.number(), attract: z.number() }).nullable(),
    join: z.object({ plots: z.array(z.string()), areaMu: z.number() }).nullable(),
    /** Why the search for plots that would join the park was left out, where it was. */
    joinSkipped: z.string().optional(),
  }),
  ruleset: z.string(),
  parameters,
});
export const titleRequest = z.object({
  park: featureCollection,
  firms: z.array(firmCase),
  between: surroundings.optional(),
  redLine: z.unknown().optional(),
  asOf: isoDate,
  outputYear: z.number().int().optional(),
  plots: featureCollection.optional(),
  ruleset: z.string().optional(),
  parameters: contiguityParameters.optional(),
});
export const analyseTitle = endpoint({
  method: 'POST',
  path: '/api/analysis/title',
  tag: 'analysis',
  summary: 'Whether a park may carry the title of specialized park, test by test',
  body: titleRequest,
  response: titleAnswer,
});

const maybe = z.boolean().nullish();
export const separateSupplyRequest = z.object({
  firm: z.object({
    uscc: z.string(),
    name: z.string(),
    unit: z.string().nullish(),
    grades: z.array(gradeEntry).optional(),
    leader: maybe,
    link: chainLink.nullish(),
    drivesChain: maybe,
    expands: maybe,
    taxCny: byYear.optional(),
  }),
  asOf: isoDate,
  ruleset: z.string().optional(),
});
export const separateSupplyAnswer = z.object({
  verdict,
  outcome: z.enum(['may-apply', 'may-not-apply', 'unknown']),
  tests: z.array(
    z.object({
      id: z.enum(['specialized', 'leader', 'link', 'drives-chain', 'expands', 'mean-tax']),
      verdict,
      value: z.union([z.number(), z.string(), z.boolean()]).nullable(),
      limit: z.union([z.number(), z.string(), z.boolean()]).nullable(),
      missing: z.array(z.string()),
      clause,
      origin: ruleOrigin,
      notes: z.array(z.string()),
    }),
  ),
  handledBy: z.enum(['city', 'county', 'unknown']),
  responsible: z.array(z.string()),
  ruleset: z.string(),
});
export const analyseSeparateSupply = endpoint({
  method: 'POST',
  path: '/api/analysis/separate-supply',
  tag: 'analysis',
  summary: 'Whether a leading firm may apply for land of its own',
  body: separateSupplyRequest,
  response: separateSupplyAnswer,
});

/** Geometry that the core takes once it has been judged: see `areal` and `linearOrAreal`. */
export const judgedGeometry = { areal, linearOrAreal };

export type ContiguityRequest = z.output<typeof contiguityRequest>;
export type ContiguityAnswer = z.output<typeof contiguityAnswer>;
export type LeftoverRequest = z.output<typeof leftoverRequest>;
export type LeftoverAnswer = z.output<typeof leftoverAnswer>;
export type LeftoverFinding = z.output<typeof leftoverFinding>;
export type JoinRequest = z.output<typeof joinRequest>;
export type JoinAnswer = z.output<typeof joinAnswer>;
export type TitleRequest = z.output<typeof titleRequest>;
export type TitleAnswer = z.output<typeof titleAnswer>;
export type TitleTest = z.output<typeof titleTest>;
export type SeparateSupplyRequest = z.output<typeof separateSupplyRequest>;
export type SeparateSupplyAnswer = z.output<typeof separateSupplyAnswer>;
export type Gap = z.output<typeof gap>;
export type Piece = z.output<typeof piece>;
export type Reading = z.output<typeof reading>;
