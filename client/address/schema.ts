import { z } from 'zod';
import { legendLayer } from '../../data/contract/state';
import { readingName } from '../../data/contract/vocabulary';
import { readPicks } from './picks';

export const face = z.enum(['workbench', 'pitch', 'overview']);
export const colouring = z.enum(['belt', 'segment', 'parks', 'supply']);
export const parcelScheme = z.enum(['status', 'use']);
/** What the right panel can show. `form/-` is the park being formed, `import/new` the empty import, `run/-` all searches for leftover plots, `rules/-` the thresholds. */
export const selectionKind = z.enum([
  'unit',
  'park',
  'parcel',
  'leftover',
  'carrier',
  'segment',
  'form',
  'import',
  'history',
  'run',
  'rules',
]);
/** What the plots that would make a park whole are weighed by, and among which they are chosen. */
export const weighing = z.enum(['area', 'count', 'price']);
export const choice = z.enum(['free', 'leftover']);
export const listTab = z.enum(['layers', 'units', 'parks', 'parcels', 'leftover']);
/** Groups of map layers that the legend switches. */
export const layerGroup = z.enum(['zones', 'parks', 'parcels', 'leftover', 'corridors', 'controls', 'carriers']);
const view = z.object({
  lon: z.number().min(-180).max(180),
  lat: z.number().min(-85).max(85),
  zoom: z.number().min(0).max(24),
});
const selection = z.object({ kind: selectionKind, id: z.string() });
/** `city`, `belt/<id>` or `unit/<id>`. */
const scope = z.string().regex(/^(city|(belt|unit)\/[\w-]+)$/);

/** Everything the page's address says. */
export interface Address {
  face: z.infer<typeof face>;
  /** Null: the whole city. */
  view: z.infer<typeof view> | null;
  /** Layer groups switched off. */
  layersOff: LayerGroup[];
  colouring: z.infer<typeof colouring>;
  /** The segment that units are coloured by. */
  segment: string | null;
  parcelScheme: z.infer<typeof parcelScheme>;
  /** Legend classes switched off, as `layer:class`. */
  classesOff: string[];
  selection: Selection | null;
  /** The evidence line or tab that is open in the right panel. */
  line: string | null;
  /** Gap tolerance asked for in the evidence, in metres. */
  gapMetres: number | null;
  /** The reading of contiguity that is painted, and under which plots are sought that would make the park whole. */
  reading: z.infer<typeof readingName>;
  weigh: z.infer<typeof weighing>;
  among: z.infer<typeof choice>;
  /** Parcels that shall not be among those that make the park whole, in the order of refusal. */
  refused: string[];
  /** Parcel ids picked for a park that is being formed. */
  picks: string[];
  list: z.infer<typeof listTab>;
  /** Moved thresholds by `group.name`, each its own `rule.<group.name>` in the address. */
  rules: Record<string, string>;
  /** Filter fields of the lists, each its own `f.<name>` in the address. */
  filter: Record<string, string>;
  scope: string;
  language: 'zh' | 'en';
  theme: 'light' | 'dark';
  /** The left panel is folded away. */
  folded: boolean;
  /** Parts of the address that this version does not know; kept as they are. */
  unknown: [string, string][];
}
export type Face = z.infer<typeof face>;
export type Colouring = z.infer<typeof colouring>;
export type LayerGroup = z.infer<typeof layerGroup>;
export type ListTab = z.infer<typeof listTab>;
export type SelectionKind = z.infer<typeof selectionKind>;
export type Selection = z.infer<typeof selection>;
export type Weighing = z.infer<typeof weighing>;
export type View = z.infer<typeof view>;

const list = (text: string) => text.split(',').filter(Boolean);
const classToken = z.templateLiteral([legendLayer, ':', z.string()]);

/** How each part is read from its text; a part that does not parse falls back without touching the others. */
export const parts = {
  face,
  at: z
    .string()
    .transform((text) => text.split(',').map(Number))
    .pipe(z.tuple([view.shape.lon, view.shape.lat, view.shape.zoom]))
    .transform(([lon, lat, zoom]): View => ({ lon, lat, zoom })),
  off: z
    .string()
    .transform((text) => list(text).filter((item): item is LayerGroup => layerGroup.safeParse(item).success)),
  paint: colouring,
  segment: z.string().regex(/^[\w-]+$/),
  by: parcelScheme,
  hide: z.string().transform((text) => list(text).filter((item) => classToken.safeParse(item).success)),
  pick: z
    .string()
    .transform((text) => ({ kind: text.slice(0, text.indexOf('/')), id: text.slice(text.indexOf('/') + 1) }))
    .pipe(selection),
  line: z.string().max(60),
  gap: z.coerce.number().min(0).max(1000),
  reading: readingName,
  weigh: weighing,
  among: choice,
  refused: z.string().transform(readPicks),
  picks: z.string().transform(readPicks),
  list: listTab,
  scope,
  lang: z.enum(['zh', 'en']),
  theme: z.enum(['light', 'dark']),
  fold: z.literal('1').transform(() => true),
} as const;
