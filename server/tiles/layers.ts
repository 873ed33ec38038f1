import type { TileLayerName } from '../../data/contract';
import type { Statement } from '../db/pool';
import type { TileFrame } from './address';

/** What a property of a tile may be. */
export type TagValue = string | number | boolean;
/**
 * One row of a layer's statement: key for mending, feature id, ground, and a column `tag_*` per property. Tiles hold
 * thousands of rows, so these are not parsed one by one; the statement beside says what they are.
 */
export interface TileRow {
  readonly key: string;
  readonly id: number | null;
  readonly wkb: Buffer | null;
  readonly [tag: `tag_${string}`]: TagValue | null;
}

/** How one source layer of a tile is asked for. */
export interface TileLayer {
  /** Name of the layer inside the tile. */
  source: string;
  /** Table and its alias, joins, and conditions besides the window. */
  from: string;
  /** SQL of the row's key, unique in the layer, by which a polygon is asked for again. */
  key: string;
  /** SQL of the numeric feature id, or null. */
  id: string;
  /** Property names and their SQL: a tile carries these and nothing else. */
  tags: Readonly<Record<string, string>>;
  /** SQL of the EPSG:3857 column that the index stands on. */
  ground: string;
  where?: string;
  /** Simplifies lines to this share of a tile unit; polygons keep their corners, so that neighbours stay neighbours. */
  simplifyLines?: boolean;
}

/** Zoom at which single parcels replace melted blocks. */
export const PARCELS_FROM = 13;

const IN_WINDOW = 'st_makeenvelope($1, $2, $3, $4, 3857)';
const parcels: TileLayer = {
  source: 'parcels',
  // Joined as sets of the window, not asked for row by row, which took two thirds of the time of a full tile.
  from: `parcel p
    left join (select distinct on (m.parcel) m.parcel, k.id
                 from park k join park_member m on m.park = k.id where k.mercator && ${IN_WINDOW}
                order by m.parcel, k.kind = 'official' desc, k.id) k on k.parcel = p.id
    left join leading_leftover f on f.parcel = p.id`,
  key: 'p.id',
  id: 'p.id',
  tags: {
    number: 'p.number',
    status: "coalesce(p.status, 'none')",
    use: 'p.use_group',
    unit: 'p.unit',
    park: 'k.id::text',
    leftover: 'f.kind',
    sample: 'p.sample',
  },
  ground: 'p.mercator',
};
const blocks: TileLayer = {
  source: 'blocks',
  from: 'parcel_block b',
  key: 'b.id',
  id: 'null',
  tags: { scheme: 'b.scheme', class: 'b.class', count: 'b.count' },
  ground: 'b.mercator',
};
const layers: Record<Exclude<TileLayerName, 'parcels'>, TileLayer> = {
  zones: {
    source: 'zones',
    from: 'unit u',
    key: 'u.id',
    id: 'null',
    tags: {
      id: 'u.id',
      name_zh: "u.name ->> 'zh'",
      name_en: "u.name ->> 'en'",
      belt: 'u.belt',
      kind: 'u.kind',
      schematic: 'u.schematic',
    },
    ground: 'u.mercator',
  },
  // The verdicts (title, contiguity) are added from the park book: they come from the core, not from a column.
  parks: {
    source: 'parks',
    from: 'park k',
    key: 'k.id',
    id: 'k.id',
    tags: { name: 'k.name', kind: 'k.kind', sample: 'k.sample' },
    ground: 'k.mercator',
  },
  // A plot beside two parks is drawn once, under its leading finding.
  leftover: {
    source: 'leftover',
    from: 'leading_leftover f join parcel p on p.id = f.parcel',
    key: 'p.id',
    id: 'p.id',
    tags: { kind: 'f.kind', park: 'f.park::text' },
    ground: 'p.mercator',
  },
  corridors: {
    source: 'corridors',
    from: 'corridor c',
    key: 'c.id',
    id: 'null',
    tags: { kind: 'c.kind', width: 'c.width_metres', name: 'c.name' },
    ground: 'c.mercator',
    simplifyLines: true,
  },
  controls: {
    source: 'controls',
    from: 'control_line c',
    key: 'c.id',
    id: 'null',
    tags: { kind: 'c.kind', level: 'c.level' },
    ground: 'c.mercator',
  },
};
/** Corridors that make the picture of a city from afar. */
const FAR_CORRIDORS = "c.kind in ('expressway', 'railway', 'river', 'county-boundary')";
const ALL_CORRIDORS_FROM = 11;

/** The source layer that serves a map layer at a zoom. */
export function tileLayer(layer: TileLayerName, zoom: number): TileLayer {
  if (layer === 'corridors' && zoom < ALL_CORRIDORS_FROM) return { ...layers.corridors, where: FAR_CORRIDORS };
  if (layer !== 'parcels') return layers[layer];
  if (zoom >= PARCELS_FROM) return parcels;
  return { ...blocks, where: `b.zoom = (select min(zoom) from parcel_block where zoom >= ${Math.trunc(zoom)})` };
}

/** One statement per layer: the window is transformed, never the table, and geometry is cut to it. */
export function tileRowsQuery(layer: TileLayer, frame: TileFrame): Statement {
  const tags = Object.entries(layer.tags).map(([name, sql]) => `${sql} as tag_${name}`);
  const ground = layer.simplifyLines
    ? `case when geometrytype(${layer.ground}) like '%LINE%' then st_simplify(${layer.ground}, ${0.5 / frame.unitsPerMetre}) else ${layer.ground} end`
    : layer.ground;
  return {
    text: `select (${layer.key})::text as key, ${layer.id} as id, ${tags.join(', ')},
             st_asbinary(case when ${layer.ground} @ ${IN_WINDOW} then ${ground}
                              else st_clipbybox2d(${ground}, ${IN_WINDOW}) end, 'NDR') as wkb
           from ${layer.from} where ${layer.ground} && ${IN_WINDOW} ${layer.where ? `and ${layer.where}` : ''}
           order by ${layer.key}`,
    values: frame.window,
  };
}

export type MendedRow = Pick<TileRow, 'key'> & { readonly wkb: Buffer };

/**
 * The ground of a few rows again, rounded to whole tile units by the database, which keeps it valid. Coordinates come
 * in tile units with y upwards from the tile's top edge.
 */
export function mendedRowsQuery(layer: TileLayer, frame: TileFrame, keys: readonly string[]): Statement {
  return {
    text: `select (${layer.key})::text as key, st_asbinary(st_collectionextract(st_reduceprecision(
             st_transscale(st_makevalid(st_clipbybox2d(${layer.ground}, ${IN_WINDOW})), $5, $6, $7, $7), 1), 3), 'NDR') as wkb
           from ${layer.from} where ${layer.ground} && ${IN_WINDOW} and (${layer.key})::text = any($8)`,
    values: [...frame.window, -frame.west, -frame.north, frame.unitsPerMetre, keys],
  };
}
