import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { deserialize, GeometryType, parseProperties } from 'flatgeobuf/lib/mjs/generic.js';

type FromFeature = Parameters<typeof deserialize>[1]['fromFeature'];
type Feature = Parameters<FromFeature>[1];
type Geometry = NonNullable<ReturnType<Feature['geometry']>>;
type Position = [number, number];

/** A feature of a FlatGeobuf file: a GeoJSON geometry or null, and its values. */
export interface FlatFeature {
  geometry: unknown;
  properties: Record<string, unknown>;
}

/** Streams the features of a FlatGeobuf file that GDAL has written, without an index, in bounded memory. */
export async function* readFlatGeobuf(path: string): AsyncGenerator<FlatFeature> {
  const stream = Readable.toWeb(createReadStream(path)) as ReadableStream;
  const fromFeature = (_: number, feature: Feature, header: Parameters<FromFeature>[2]): FlatFeature => {
    const geometry = feature.geometry();
    const type = geometry && (geometry.type() || header.geometryType);
    return {
      geometry: geometry && type !== null ? geometryOf(geometry, type) : null,
      properties: parseProperties(feature, header.columns),
    };
  };
  // The library's type asks for a feature of its own making; it hands on whatever it is given.
  const features = deserialize(stream, { fromFeature: fromFeature as unknown as FromFeature });
  yield* features as unknown as AsyncGenerator<FlatFeature>;
}

function geometryOf(geometry: Geometry, type: GeometryType): unknown {
  const name = GeometryType[type];
  const parts = () =>
    Array.from({ length: geometry.partsLength() }, (_, n) => geometry.parts(n)).filter((part) => part !== null);
  switch (type) {
    case GeometryType.Point:
      return { type: name, coordinates: positions(geometry)[0] ?? [] };
    case GeometryType.MultiPoint:
    case GeometryType.LineString:
      return { type: name, coordinates: positions(geometry) };
    case GeometryType.MultiLineString:
    case GeometryType.Polygon:
      return { type: name, coordinates: rings(geometry) };
    case GeometryType.MultiPolygon:
      return { type: name, coordinates: parts().map(rings) };
    case GeometryType.GeometryCollection:
      return { type: name, geometries: parts().map((part) => geometryOf(part, part.type())) };
    default:
      return { type: name ?? `type ${type}` };
  }
}

function positions(geometry: Geometry): Position[] {
  const xy = geometry.xyArray() ?? new Float64Array();
  return Array.from({ length: xy.length / 2 }, (_, n) => [xy[2 * n] as number, xy[2 * n + 1] as number]);
}

/** Positions cut at the ends; a single ring needs none. */
function rings(geometry: Geometry): Position[][] {
  const all = positions(geometry);
  const ends = geometry.endsArray();
  if (!ends || ends.length === 0) return all.length > 0 ? [all] : [];
  return Array.from(ends, (end, n) => all.slice(n === 0 ? 0 : ends[n - 1], end));
}
