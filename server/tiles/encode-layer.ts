import { PbfWriter } from 'pbf';
import { EXTENT } from './address';
import type { TagValue } from './layers';
import type { TileLine } from './read-wkb';

/** One feature of a tile layer in whole tile units: wound, open rings, or lines. */
export interface TileFeature {
  id: number | null;
  type: 'line' | 'polygon';
  lines: readonly TileLine[];
  /** By the place of the property's name; absent where the feature has none. */
  tags: readonly (TagValue | null | undefined)[];
}

/** Numbers of fields and commands in the Mapbox Vector Tile specification, version 2.1. */
const tile = { layer: 3 } as const;
const layerField = { name: 1, feature: 2, key: 3, value: 4, extent: 5, version: 15 } as const;
const featureField = { id: 1, tags: 2, type: 3, geometry: 4 } as const;
const valueField = { text: 1, double: 3, count: 5, signed: 6, flag: 7 } as const;
const geometryType = { line: 2, polygon: 3 } as const;
const MOVE_TO_ONE = 9;
const LINE_TO = 2;
const CLOSE = 15;
const VERSION = 2;

/** Encodes one layer as a whole vector tile. */
export function encodeLayer(name: string, keys: readonly string[], features: readonly TileFeature[]): Uint8Array {
  const writer = new PbfWriter();
  const values: TagValue[] = [];
  const places = new Map<TagValue, number>();
  const placeOf = (value: TagValue): number => {
    const known = places.get(value);
    if (known !== undefined) return known;
    places.set(value, values.length);
    return values.push(value) - 1;
  };
  writer.writeMessage(
    tile.layer,
    (_, layer) => {
      layer.writeVarintField(layerField.version, VERSION);
      layer.writeStringField(layerField.name, name);
      layer.writeVarintField(layerField.extent, EXTENT);
      for (const feature of features)
        layer.writeMessage(layerField.feature, (one, inner) => writeFeature(one, inner, placeOf), feature);
      for (const key of keys) layer.writeStringField(layerField.key, key);
      for (const value of values) layer.writeMessage(layerField.value, writeValue, value);
    },
    null,
  );
  return writer.finish();
}

function writeFeature(feature: TileFeature, writer: PbfWriter, placeOf: (value: TagValue) => number): void {
  if (feature.id !== null) writer.writeVarintField(featureField.id, feature.id);
  const tags: number[] = [];
  for (let place = 0; place < feature.tags.length; place++) {
    const value = feature.tags[place];
    if (value !== null && value !== undefined) tags.push(place, placeOf(value));
  }
  writer.writePackedVarint(featureField.tags, tags);
  writer.writeVarintField(featureField.type, geometryType[feature.type]);
  writer.writePackedVarint(featureField.geometry, commandsOf(feature));
}

function commandsOf({ lines, type }: TileFeature): number[] {
  const commands: number[] = [];
  let x = 0;
  let y = 0;
  for (const line of lines) {
    for (let i = 0; i < line.length; i += 2) {
      if (i === 0) commands.push(MOVE_TO_ONE);
      if (i === 2) commands.push(((line.length / 2 - 1) << 3) | LINE_TO);
      const dx = (line[i] as number) - x;
      const dy = (line[i + 1] as number) - y;
      commands.push((dx << 1) ^ (dx >> 31), (dy << 1) ^ (dy >> 31));
      x += dx;
      y += dy;
    }
    if (type === 'polygon') commands.push(CLOSE);
  }
  return commands;
}

function writeValue(value: TagValue, writer: PbfWriter): void {
  if (typeof value === 'string') writer.writeStringField(valueField.text, value);
  else if (typeof value === 'boolean') writer.writeBooleanField(valueField.flag, value);
  else if (!Number.isInteger(value)) writer.writeDoubleField(valueField.double, value);
  else if (value < 0) writer.writeSVarintField(valueField.signed, value);
  else writer.writeVarintField(valueField.count, value);
}
