import { z } from 'zod';
import { endpoint } from './endpoint';
import { areal, bbox, bboxText, point, polygon } from './geojson';
import { plotRuling } from './rulings';
import { landUse, leftoverKind, plotStatus, tenure } from './vocabulary';

/** A row of the parcel list: enough to show, sort and pick. */
export const parcelRow = z.object({
  id: z.string(),
  number: z.string(),
  unit: z.string().nullable(),
  /** How the unit is known; `schematic` means suspected only. */
  unitBasis: z.enum(['stored', 'zone-layer', 'county', 'schematic', 'none']),
  use: landUse,
  useCode: z.string().nullable(),
  status: plotStatus.nullable(),
  tenure,
  areaSquareMetres: z.number(),
  areaMu: z.number(),
  park: z.object({ id: z.string(), name: z.string() }).nullable(),
  leftover: leftoverKind.nullable(),
  centre: point,
  bbox,
  sample: z.boolean(),
});

export const parcelCard = parcelRow.extend({
  name: z.string().nullable(),
  geometry: areal,
  areaPlanarSquareMetres: z.number(),
  planarCrs: z.string(),
  declaredAreaSquareMetres: z.number().nullable(),
  plotRatio: z.number().nullable(),
  buildingDensity: z.number().nullable(),
  heightLimitMetres: z.number().nullable(),
  greenShare: z.number().nullable(),
  priceCny: z.number().nullable(),
  farmland: z.boolean().nullable(),
  source: z.string(),
  import: z.object({ id: z.string(), fileName: z.string(), record: z.number() }).nullable(),
  /** Control lines that the parcel overlaps. */
  controls: z.array(
    z.object({ kind: z.string(), level: z.number().nullable(), name: z.string().nullable(), areaMu: z.number() }),
  ),
  /** Parks the parcel stands beside as a leftover plot, with what the machine found and what a person ruled. */
  findings: z.array(
    z.object({
      park: z.object({ id: z.string(), name: z.string() }),
      kind: leftoverKind,
      wouldBe: leftoverKind.nullable(),
      atLimit: z.boolean(),
      because: z.array(z.string()),
      missing: z.array(z.string()),
      ruling: plotRuling.nullable(),
      /** The class that holds: the ruled one, else the found one; null where the ruling rejects it. */
      standing: leftoverKind.nullable(),
    }),
  ),
});

const filter = z.object({
  bbox: bboxText.optional(),
  unit: z.string().optional().describe('comma separated units'),
  /** Parcels that one import brought in. */
  import: z.uuid().optional(),
  status: z.string().optional().describe('comma separated plot statuses'),
  use: z.string().optional().describe('comma separated land uses'),
  park: z.string().optional(),
  number: z.string().optional().describe('begins with'),
});
export const listParcels = endpoint({
  method: 'GET',
  path: '/api/parcels',
  tag: 'parcels',
  summary: 'Parcels by window, unit, status and use, a page at a time',
  query: filter.extend({
    sort: z.enum(['number', '-number', 'area', '-area', 'status']).default('number'),
    limit: z.coerce.number().int().min(1).max(500).default(100),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  }),
  response: z.object({ total: z.number(), totalMu: z.number(), rows: z.array(parcelRow) }),
});
export const readParcel = endpoint({
  method: 'GET',
  path: '/api/parcels/:id',
  tag: 'parcels',
  summary: 'Everything known of one parcel that may be shown',
  params: z.object({ id: z.string().regex(/^\d+$/) }),
  response: parcelCard,
});
/** Picks parcels by list, by outline or by point: the three ways to gather a park. */
export const pickParcels = endpoint({
  method: 'POST',
  path: '/api/parcels/pick',
  tag: 'parcels',
  summary: 'Parcels by number, by id, or whose inner point lies within an outline, with their geometry',
  body: z.union([
    z.object({ numbers: z.array(z.string().trim().min(1)).min(1).max(5000) }),
    z.object({ ids: z.array(z.string().regex(/^\d+$/)).min(1).max(5000) }),
    z.object({ within: polygon }),
  ]),
  response: z.object({
    parcels: z.array(parcelRow.extend({ geometry: areal })),
    /** Numbers or ids nobody knows. */
    unknown: z.array(z.string()),
    /** Numbers that more than one parcel carries. */
    ambiguous: z.array(z.string()),
    /** True when an outline held more than 2,000 parcels and nothing was picked. */
    tooMany: z.boolean(),
  }),
});
export type ParcelRow = z.infer<typeof parcelRow>;
export type ParcelCard = z.infer<typeof parcelCard>;
