import type { Areal, Bbox, LinearOrAreal, Position } from '../../../data/contract/geojson';
import { firstCrossing } from './crossing';

/** What can be wrong with a geometry; data/words/findings.ts says it to the reader. */
export type FaultCode =
  | 'empty'
  | 'not-polygon'
  | 'not-line-or-polygon'
  | 'not-finite'
  | 'out-of-range'
  | 'outside-extent'
  | 'unclosed'
  | 'too-few-points'
  | 'no-area'
  | 'self-crossing'
  | 'hole-outside';

/** One fault of one feature, with the place in degrees where it can be told. */
export interface Fault {
  readonly feature: string;
  readonly code: FaultCode;
  readonly at?: [number, number];
}

interface Feature {
  readonly id: string;
  readonly geometry: unknown;
}
type Judged<T> =
  | { readonly geometry: T; readonly faults: readonly [] }
  | { readonly geometry: null; readonly faults: readonly Fault[] };

/** Judges ground: a polygon or several, closed, finite, within the planning extent, no ring crossing itself or another. */
export function judgeAreal({ id, geometry }: Feature, extent: Bbox): Judged<Areal> {
  const { type, coordinates } = shapeOf(geometry);
  if (type === null) return faulty(id, 'empty');
  if (type !== 'Polygon' && type !== 'MultiPolygon') return faulty(id, 'not-polygon');
  if (!Array.isArray(coordinates) || coordinates.length === 0) return faulty(id, 'empty');
  const polygons: unknown[] = type === 'Polygon' ? [coordinates] : coordinates;
  for (const polygon of polygons) {
    const fault = polygonFault(polygon, extent);
    if (fault) return faulty(id, fault.code, fault.at);
  }
  return { geometry: geometry as Areal, faults: [] };
}

/** Judges what lies around plots: lines as well as ground. */
export function judgeSurrounding(feature: Feature, extent: Bbox): Judged<LinearOrAreal> {
  const { type, coordinates } = shapeOf(feature.geometry);
  if (type === 'Polygon' || type === 'MultiPolygon' || type === null) return judgeAreal(feature, extent);
  if (type !== 'LineString' && type !== 'MultiLineString') return faulty(feature.id, 'not-line-or-polygon');
  if (!Array.isArray(coordinates) || coordinates.length === 0) return faulty(feature.id, 'empty');
  const lines: unknown[] = type === 'LineString' ? [coordinates] : coordinates;
  for (const line of lines) {
    const fault = positionsFault(line, extent, 2);
    if (fault) return faulty(feature.id, fault.code, fault.at);
  }
  return { geometry: feature.geometry as LinearOrAreal, faults: [] };
}

type Found = { code: FaultCode; at?: [number, number] };

function faulty(feature: string, code: FaultCode, at?: [number, number]): { geometry: null; faults: Fault[] } {
  return { geometry: null, faults: [at ? { feature, code, at } : { feature, code }] };
}

function shapeOf(geometry: unknown): { type: unknown; coordinates: unknown } {
  if (geometry === null || geometry === undefined) return { type: null, coordinates: null };
  if (typeof geometry !== 'object') return { type: undefined, coordinates: null };
  const { type, coordinates } = geometry as { type?: unknown; coordinates?: unknown };
  return { type, coordinates };
}

function polygonFault(polygon: unknown, extent: Bbox): Found | null {
  if (!Array.isArray(polygon) || polygon.length === 0) return { code: 'empty' };
  for (const ring of polygon) {
    const fault = positionsFault(ring, extent, 4) ?? closureFault(ring as Position[]);
    if (fault) return fault;
  }
  return firstCrossing(polygon as Position[][]);
}

function positionsFault(positions: unknown, extent: Bbox, least: number): Found | null {
  if (!Array.isArray(positions) || positions.length === 0) return { code: 'empty' };
  for (const position of positions as unknown[]) {
    const [x, y] = Array.isArray(position) ? (position as unknown[]) : [];
    if (!isNumber(x) || !isNumber(y)) return { code: 'not-finite' };
    if (Math.abs(x) > 180 || Math.abs(y) > 90) return { code: 'out-of-range', at: [x, y] };
    if (x < extent[0] || y < extent[1] || x > extent[2] || y > extent[3]) return { code: 'outside-extent', at: [x, y] };
  }
  return positions.length < least ? { code: 'too-few-points' } : null;
}

function closureFault(ring: readonly Position[]): Found | null {
  const first = ring[0] as Position;
  const last = ring[ring.length - 1] as Position;
  if (first[0] === last[0] && first[1] === last[1]) return null;
  return { code: 'unclosed', at: [last[0] as number, last[1] as number] };
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
