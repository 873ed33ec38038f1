import { z } from 'zod';
import { bbox } from './geojson';
import { clause, grade, isoDate, leftoverKind, named, ruleOrigin, surroundingKind } from './vocabulary';

const comparator = z.enum(['at-least', 'above', 'at-most', 'below', 'is']);

/** One threshold, list or choice: what it is, who says so and where, whose decision it belongs to. */
const rule = <T extends z.ZodType>(value: T) =>
  z.strictObject({
    value,
    unit: z.string().min(1),
    comparator,
    origin: ruleOrigin,
    clause,
    /** Keys of `offices`. */
    responsible: z.array(z.string().min(1)).min(1),
    title: named,
    note: named,
  });
const number = rule(z.number());
const positive = rule(z.number().positive());
const share = rule(z.number().min(0).max(1));
const flag = rule(z.boolean());
const grades = rule(z.array(grade).min(1));
const count = rule(z.number().int().positive());

/** A rule as readers see it, whatever its value. */
export const rulesetLeaf = rule(z.unknown());

/** What an object of a kind does to the gap it lies in. */
const gapRole = z.enum(['bridgeable', 'barrier', 'occupied', 'undetermined']);

const body = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: named,
  inForce: z.strictObject({ from: isoDate, until: isoDate.nullable() }),
  /** Last day of the plan's targets; a verdict dated later says that it is not known whether the plan is in force. */
  targetsEnd: isoDate,
  documents: z.record(z.string(), named),
  offices: z.record(z.string(), named),
  rules: z.strictObject({
    measure: z.strictObject({
      cityCrs: rule(z.strictObject({ name: named, proj4: z.string().min(1) })),
      planningExtent: rule(bbox),
      areaBasis: rule(z.enum(['ellipsoidal', 'planar'])),
      atLimitShare: share,
      surveySquareMetres: number,
      declaredAreaShare: share,
    }),
    contiguity: z.strictObject({
      snapMetres: number,
      minSharedMetres: number,
      sharedPerimeterShare: share,
      parallelDegrees: positive,
      overlapSquareMetres: number,
      overlapThicknessMetres: positive,
      maxGapMetres: number,
      looseGapMetres: number,
      nearlyShare: share,
      ownParcelShare: share,
      /** Absent in rulesets kept before 2026-11-26, whose cases carry the strip in their ground. */
      edgeErrorMetres: number.optional(),
      gapRoles: rule(z.record(surroundingKind, gapRole)),
      corridorWidthMetres: rule(z.record(surroundingKind, z.number().nonnegative())),
    }),
    title: z.strictObject({
      specializedFirms: count,
      outputShare: share,
      contiguous: flag,
      outputBasis: rule(z.enum(['firm', 'site'])),
      outputFirms: rule(z.enum(['all', 'above-scale'])),
    }),
    grades: z.strictObject({
      specialized: grades,
      innovative: grades,
      technologyCounts: flag,
      years: count,
      anniversaryCounts: flag,
    }),
    supply: z.strictObject({
      grade: flag,
      leader: flag,
      links: rule(z.array(z.string()).min(1)),
      openLinks: rule(z.array(z.string())),
      drivesChain: flag,
      expands: flag,
      meanTaxCny: positive,
      taxYears: count,
      taxYearBasis: rule(z.enum(['calendar'])),
      groups: flag,
    }),
    selfHeld: z.strictObject({ share, denominator: rule(z.enum(['above-ground', 'all-floor', 'plot-ratio'])) }),
    leftover: z.strictObject({
      limitMu: positive,
      limitInclusive: flag,
      capShare: share,
      capCounted: rule(z.array(leftoverKind).min(1)),
      capDenominator: rule(z.enum(['park-and-leftover', 'park'])),
      reachMetres: number,
      runSnaps: positive,
      lookMetres: positive,
      lookFactor: positive,
      viewpointShare: share,
      scatteredParkIntoPlot: share,
      scatteredPlotIntoPark: share,
      scatteredContactBelow: share,
      enclosedContact: share,
      enclosedEnclosure: share,
      enclosedRuns: count,
      enclosedPlotIntoPark: share,
      enclosedRunsContact: share,
      cornerEdge: share,
      cornerContact: share,
      cornerSum: share,
    }),
  }),
});

/** A ruleset as it stands in data/rules: every rule names a document and an office that the ruleset knows. */
export const ruleset = body.superRefine((set, context) => {
  for (const [path, leaf] of leavesOf(set.rules)) {
    if (!set.documents[leaf.clause.document]) {
      context.addIssue({ code: 'custom', path: ['rules', ...path, 'clause'], message: 'names no known document' });
    }
    if (leaf.responsible.some((office) => !set.offices[office])) {
      context.addIssue({ code: 'custom', path: ['rules', ...path, 'responsible'], message: 'names no known office' });
    }
  }
});

export type Ruleset = z.output<typeof body>;
/** One rule, whatever its value. */
export type Rule = Omit<z.output<typeof number>, 'value'> & { readonly value: unknown };
export type GapRole = z.output<typeof gapRole>;

/** Every rule of a ruleset with its path, in reading order. */
export function leavesOf(rules: Ruleset['rules']): [path: string[], rule: Rule][] {
  return Object.entries(rules).flatMap(([group, members]) =>
    Object.entries(members).map(([name, leaf]): [string[], Rule] => [[group, name], leaf as Rule]),
  );
}
