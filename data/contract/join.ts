import { z } from 'zod';
import { endpoint } from './endpoint';
import { areal } from './geojson';
import { contiguityVerdict, leftoverKind, readingName, verdict } from './vocabulary';

const databaseId = z.string().regex(/^\d+$/);
const verdicts = z.object({
  title: verdict,
  tests: z.array(z.object({ id: z.string(), verdict })),
  contiguity: contiguityVerdict,
  /** Pieces under the reading asked for. */
  pieces: z.number(),
  areaMu: z.number(),
});

/** A plot of a joining set. */
export const joiningPlot = z.object({
  id: z.string(),
  number: z.string(),
  areaMu: z.number(),
  priceCny: z.number().nullable(),
  leftover: leftoverKind.nullable(),
  geometry: areal,
  /** Pieces of the park as it is (numbered from 0, largest first, under the reading) that meet directly at this plot; a bridge has two or more. */
  pieces: z.array(z.number()),
});
export const joinParkAnswer = z.object({
  possible: z.boolean(),
  alreadyContiguous: z.boolean(),
  plots: z.array(joiningPlot),
  weigh: z.enum(['area', 'count', 'price']),
  /** Mu, plots or yuan. */
  weight: z.number().nullable(),
  areaMu: z.number().nullable(),
  proved: z.boolean(),
  lowerBound: z.number().nullable(),
  /** How many plots were free to choose from, of these how many have no price. */
  candidates: z.number(),
  unpriced: z.number(),
  today: verdicts,
  /** The park with the set taken in; null where there is none. */
  joined: verdicts.nullable(),
  milliseconds: z.number(),
});
/** Asked again with one chosen plot refused, it gives the next-best set: so alternatives come one by one. */
export const joinParkPlots = endpoint({
  method: 'POST',
  path: '/api/join',
  tag: 'join',
  summary: 'The lightest set of plots that makes a saved or picked park whole, and its verdict with them',
  body: z.object({
    of: z.union([z.object({ park: databaseId }), z.object({ parcels: z.array(databaseId).min(1).max(5000) })]),
    reading: readingName.default('normal'),
    weigh: z.enum(['area', 'count', 'price']).default('area'),
    refused: z.array(databaseId).max(2000).default([]),
    /** Plots may be chosen among the park's suspected leftover plots only, or among all plots that belong to no official park. */
    among: z.enum(['leftover', 'free']).default('free'),
    maxGapMetres: z.number().min(0).max(1000).optional(),
  }),
  response: joinParkAnswer,
});
export type JoiningPlot = z.infer<typeof joiningPlot>;
export type JoinParkAnswer = z.infer<typeof joinParkAnswer>;
