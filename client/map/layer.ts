import type { ExpressionSpecification, LayerSpecification, SourceSpecification } from 'maplibre-gl';
import type { ParkRow } from '../../data/contract/parks';
import type { TileLayerName } from '../../data/contract/state';
import type { Carrier, UnitSummary } from '../../data/contract/units';
import type { ThemeName } from '../style/tokens';
import type { Language } from '../text/i18n';
import type { Address, LayerGroup } from '../url';
import type { MapTarget } from './hand';

/** Everything a style is built from; the same context always gives the same style. */
export interface MapContext {
  /** Where the server answers, for absolute tile addresses. */
  origin: string;
  theme: ThemeName;
  language: Language;
  address: Pick<
    Address,
    'layersOff' | 'classesOff' | 'colouring' | 'segment' | 'parcelScheme' | 'scope' | 'selection' | 'picks'
  >;
  /** Null until the server has told them; tiles are not asked before. */
  versions: Partial<Record<TileLayerName, number>> | null;
  units: readonly UnitSummary[];
  carriers: readonly Carrier[];
  parks: readonly ParkRow[];
  highlight: MapTarget | null;
}

/** One layer a planner would name: where it reads and how it is painted. */
export interface MapLayer {
  readonly group: LayerGroup | null;
  sources(context: MapContext): Record<string, SourceSpecification>;
  layers(context: MapContext): LayerSpecification[];
}

export type Expression = ExpressionSpecification;

/** Deeper zooms stretch these tiles: a quarter of a metre a step at 15, and few letters are cut in two at tile edges. */
const deepestTileZoom: Record<TileLayerName, number> = {
  zones: 12,
  parcels: 15,
  parks: 15,
  leftover: 15,
  corridors: 15,
  controls: 15,
};

/** The tile address of a layer at its data version. */
export const tileUrlOf = (origin: string, layer: TileLayerName, version: number): string =>
  `${origin}/tiles/${layer}/{z}/{x}/{y}?v=${version}`;

/** The vector source of a tile layer, or none while its data version is not known. */
export function tileSource(
  { origin, versions }: MapContext,
  layer: TileLayerName,
): Record<string, SourceSpecification> {
  const version = versions?.[layer];
  if (version === undefined) return {};
  return {
    [layer]: {
      type: 'vector',
      tiles: [tileUrlOf(origin, layer, version)],
      minzoom: 0,
      maxzoom: deepestTileZoom[layer],
    },
  };
}

/** A `match` expression from a table of values; `otherwise` where no key fits. */
export function matchOf<T extends string | number>(
  input: Expression,
  table: readonly (readonly [key: string, value: T])[],
  otherwise: T,
): Expression | T {
  if (table.length === 0) return otherwise;
  return ['match', input, ...table.flat(), otherwise] as unknown as Expression;
}

/** Keys of a legend layer that the reader has switched off. */
export const classesOffOf = ({ address }: MapContext, layer: string): string[] =>
  address.classesOff.filter((token) => token.startsWith(`${layer}:`)).map((token) => token.slice(layer.length + 1));

/** True unless the value is one of those switched off. */
export const notIn = (value: Expression, off: readonly string[]): Expression => [
  '!',
  ['in', value, ['literal', [...off]]],
];

/** A property as text; a property that is absent reads as `none`. */
export const textOf = (name: string): Expression => ['coalesce', ['get', name], 'none'];

/** The one font stack of labels; without a glyph server the map draws it from the reader's own fonts. */
export const labelFont = ['Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', 'sans-serif'];
