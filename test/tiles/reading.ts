import { VectorTile, type VectorTileFeature } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';

/** A layer of a decoded tile: its features with properties, and the names of all properties. */
export interface ReadLayer {
  name: string;
  features: VectorTileFeature[];
  properties: Set<string>;
}

/** Decodes a vector tile. */
export function readTile(bytes: Uint8Array): ReadLayer[] {
  const { layers } = new VectorTile(new PbfReader(bytes));
  return Object.values(layers).map((layer) => {
    const features = Array.from({ length: layer.length }, (_, index) => layer.feature(index));
    return { name: layer.name, features, properties: new Set(features.flatMap((one) => Object.keys(one.properties))) };
  });
}

/** A polygon feature as GeoJSON in tile units: a ring clockwise on the screen begins a polygon, the others are holes. */
export function groundOf(feature: VectorTileFeature): { type: 'MultiPolygon'; coordinates: number[][][][] } {
  const coordinates: number[][][][] = [];
  for (const ring of feature.loadGeometry()) {
    const points = ring.map(({ x, y }) => [x, y]);
    const sum = ring.reduce((area, p, index) => {
      const q = ring[(index + 1) % ring.length] ?? p;
      return area + p.x * q.y - q.x * p.y;
    }, 0);
    if (sum > 0) coordinates.push([points]);
    else coordinates.at(-1)?.push(points);
  }
  return { type: 'MultiPolygon', coordinates };
}

/** The column and row of the tile that holds a place. */
export function tileAt(lon: number, lat: number, zoom: number): { x: number; y: number } {
  const across = 2 ** zoom;
  const radians = (lat * Math.PI) / 180;
  return {
    x: Math.floor(((lon + 180) / 360) * across),
    y: Math.floor(((1 - Math.log(Math.tan(radians) + 1 / Math.cos(radians)) / Math.PI) / 2) * across),
  };
}
