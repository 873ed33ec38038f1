import { z } from 'zod';
import { endpoint } from './endpoint';
import { bbox, bboxText } from './geojson';
import { named } from './vocabulary';

/** Layers of data that answers rest on. */
export const layerName = z.enum(['zones', 'parcels', 'parks', 'leftover', 'corridors', 'controls', 'rulings']);
/** Those of them that are drawn as tiles. */
export const tileLayerName = layerName.exclude(['rulings']);
export type LayerName = z.infer<typeof layerName>;
export type TileLayerName = z.infer<typeof tileLayerName>;

/** Where a dataset comes from; travels with every layer. */
export const source = z.object({
  id: z.string(),
  title: named,
  publisher: z.string(),
  licence: z.string(),
  retrieved: z.iso.date().nullable(),
  crs: z.string(),
  coverage: named,
  schematic: z.boolean(),
  sample: z.boolean(),
  note: named.nullable(),
});
export type Source = z.infer<typeof source>;

export const readState = endpoint({
  method: 'GET',
  path: '/api/state',
  tag: 'state',
  summary: 'What the page needs before it draws: data versions, extent, settings, sources',
  response: z.object({
    /** One counter per layer; it grows with every write that could change what the layer shows. */
    versions: z.record(layerName, z.number()),
    /** Newest date of any figure in the database. */
    dataDate: z.iso.date().nullable(),
    /** True while any sample record is loaded. */
    sample: z.boolean(),
    extent: bbox,
    planningExtent: bbox,
    cityCrs: z.object({ name: named, proj4: z.string() }),
    basemap: z.object({ styleUrl: z.string().nullable(), attribution: z.string().nullable() }),
    ruleset: z.object({ id: z.string(), title: named }),
    sources: z.array(source),
    uploadLimitBytes: z.number(),
    /** The firms' year that title tests use unless told otherwise. */
    asOf: z.iso.date(),
  }),
});

export const readHealth = endpoint({
  method: 'GET',
  path: '/api/health',
  tag: 'state',
  summary: 'Answers 200 once the server can serve',
  response: z.object({ status: z.literal('ok') }),
});

export const legendLayer = z.enum(['parcels-status', 'parcels-use', 'leftover', 'parks', 'zones']);
export const readLegend = endpoint({
  method: 'GET',
  path: '/api/legend',
  tag: 'state',
  summary: 'Count and area per class of what lies in a window',
  query: z.object({ bbox: bboxText, layers: z.string().describe('comma separated legend layers') }),
  response: z.object({
    layers: z.array(
      z.object({
        layer: legendLayer,
        classes: z.array(z.object({ class: z.string(), count: z.number(), areaMu: z.number() })),
      }),
    ),
  }),
});
export type LegendLayer = z.infer<typeof legendLayer>;
