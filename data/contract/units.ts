import { z } from 'zod';
import { endpoint } from './endpoint';
import { bbox, point } from './geojson';
import { beltId, leftoverKind, named, verdict } from './vocabulary';

export const segment = z.object({
  id: z.string(),
  direction: z.string(),
  name: named,
  alias: z.array(z.string()),
  /** Links the plan wants shored up (短板). */
  weak: z.array(z.string()),
  /** Links the plan wants filled (空白). */
  gaps: z.array(z.string()),
  wanted: z.array(z.string()),
  leaders: z.array(z.string()),
  parents: z.array(z.string()),
  clause: z.string(),
});
export const direction = z.object({ id: z.string(), name: named, aim: z.string(), isDirection: z.boolean() });

export const unitSummary = z.object({
  id: z.string(),
  name: named,
  belt: beltId.nullable(),
  kind: z.enum(['county', 'management-zone', 'context']),
  /** True where the outline is drawn by hand and delimits nothing. */
  schematic: z.boolean(),
  segments: z.array(z.string()),
  parkCount: z.number(),
  /** Land approved or on offer and not yet supplied. */
  freeSupplyMu: z.number(),
  leftoverCount: z.number(),
  labelAt: point,
  bbox,
});

export const carrier = z.object({
  id: z.string(),
  unit: z.string(),
  name: z.string(),
  location: point.nullable(),
  /** Always true until a bureau layer says otherwise: a town seat or centre, not a site. */
  approximate: z.boolean(),
  locationNote: named,
});

export const parkBrief = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['draft', 'official']),
  areaMu: z.number(),
  verdict,
});

export const unitCard = unitSummary.extend({
  idea: named.nullable(),
  supplyGroup: z.enum(['city', 'county']).nullable(),
  carriers: z.array(carrier),
  leaders: z.array(z.string()),
  platforms: z.array(z.string()),
  parks: z.array(parkBrief),
  areaSquareMetres: z.number(),
  leftover: z.array(z.object({ kind: leftoverKind, count: z.number(), areaMu: z.number() })),
  statuses: z.array(z.object({ status: z.string(), count: z.number(), areaMu: z.number() })),
  /** Yearly targets imported from the plan's annex 1; empty until imported. */
  targets: z.array(
    z.object({
      year: z.number(),
      measure: z.string(),
      comparator: z.enum(['about', 'at-least', 'above', 'target']),
      target: z.number(),
      actual: z.number().nullable(),
      source: z.string(),
    }),
  ),
  /** Quotas that a supply plan must keep, each resource in its one unit; empty until imported. */
  quotas: z.array(
    z.object({
      year: z.number(),
      resource: z.enum(['land', 'energy', 'carbon', 'emissions']),
      amount: z.number(),
      unitOfMeasure: z.enum(['mu', 'tce', 'tCO2', 't']),
      source: z.string(),
    }),
  ),
  clause: z.object({ document: z.string(), article: z.string() }),
  source: z.string(),
});

export const listUnits = endpoint({
  method: 'GET',
  path: '/api/units',
  tag: 'units',
  summary: 'The cultivation units with what the map colours them by, and the segments and directions of the plan',
  response: z.object({
    units: z.array(unitSummary),
    segments: z.array(segment),
    directions: z.array(direction),
    belts: z.array(z.object({ id: beltId, name: named })),
    carriers: z.array(carrier),
  }),
});

export const readUnit = endpoint({
  method: 'GET',
  path: '/api/units/:id',
  tag: 'units',
  summary: 'The card of one cultivation unit',
  params: z.object({ id: z.string() }),
  response: unitCard,
});

export type Segment = z.infer<typeof segment>;
export type Direction = z.infer<typeof direction>;
export type UnitSummary = z.infer<typeof unitSummary>;
export type UnitCard = z.infer<typeof unitCard>;
export type Carrier = z.infer<typeof carrier>;
