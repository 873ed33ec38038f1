import type { LayerShape } from '../../../data/contract';

/** What GDAL is asked: to describe a file and convert one of its layers to FlatGeobuf. Paths are ours, never a sender's. */
export interface GdalOrder {
  /** File or folder as it stands on disk. */
  path: string;
  driver: 'GPKG' | 'OpenFileGDB' | 'DXF' | 'FlatGeobuf';
  /** `KEY=VALUE` settings of GDAL. */
  config: Record<string, string>;
  /** The layer to convert; null = the first of polygons that holds any, else the first that holds any. */
  layer: string | null;
  to: string;
}

export interface GdalField {
  name: string;
  type: string;
}

export interface GdalLayer {
  name: string;
  featureCount: number;
  geometryType: string;
  /** WKT 1; null where the layer names none. */
  wkt: string | null;
  fields: GdalField[];
}

/** `chosen` is null where there is no such layer. */
export type GdalAnswer = { ok: true; layers: GdalLayer[]; chosen: GdalLayer | null } | { ok: false; errors: string[] };

/** What the records of a layer are drawn as, by GDAL's name for it. */
export function shapeOfType(type: string): LayerShape {
  if (/polygon|surface/i.test(type)) return 'polygon';
  if (/line|curve/i.test(type)) return 'line';
  if (/point/i.test(type)) return 'point';
  return /none/i.test(type) ? 'none' : 'mixed';
}

/** The layer that was asked for; without one the first of polygons that holds any, else the first that holds any. */
export function chooseLayer(layers: readonly GdalLayer[], asked: string | null): GdalLayer | null {
  if (asked !== null) return layers.find((layer) => layer.name === asked) ?? null;
  const filled = layers.filter((layer) => layer.featureCount > 0);
  const areal = filled.find((layer) => shapeOfType(layer.geometryType) === 'polygon');
  return areal ?? filled[0] ?? layers[0] ?? null;
}
