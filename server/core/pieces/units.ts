import type Flatbush from 'flatbush';
import type { Areal } from '../../../data/contract/geojson';
import type { CityCrs } from '../fabric/city-crs';
import { isInside } from '../fabric/distance';
import { indexOf, type Part, partsOf } from '../fabric/fabric';
import { coveredGround } from '../fabric/ground';
import { type Box, boxesMeet, boxOf, type Shape } from '../fabric/shape';

/** A cultivation unit on the plane, ready to be asked for many parks. */
export interface LaidZone {
  readonly id: string;
  readonly parts: readonly (Shape & { readonly edgeIndex: Flatbush | null })[];
}

/** Lays unit outlines out. Their order decides where they overlap: zones laid over counties come first. */
export function layZones(zones: readonly { id: string; geometry: Areal }[], crs: CityCrs): LaidZone[] {
  return zones.map(({ id, geometry }) => ({
    id,
    parts: partsOf({ id, geometry }, crs).map((part) => ({ ...part, edgeIndex: indexOf(edgeBoxes(part)) })),
  }));
}

/**
 * The units a park reaches into with more than `leastSquareMetres` of ground, in the order of the zones; empty
 * unless there are two or more. Ground that several outlines cover belongs to the first of them.
 */
export function unitsCrossed(parts: readonly Part[], zones: readonly LaidZone[], leastSquareMetres: number): string[] {
  const whole = unitOfWhole(boxOf(parts), parts[0], zones);
  if (whole !== undefined) return [];
  const ground = new Map<string, number>();
  for (const part of parts) {
    for (const [unit, squareMetres] of groundByUnit(part, zones)) {
      ground.set(unit, (ground.get(unit) ?? 0) + squareMetres);
    }
  }
  const met = zones.map(({ id }) => id).filter((id) => (ground.get(id) ?? 0) > leastSquareMetres);
  return met.length > 1 ? met : [];
}

/** The unit of everything in a box that no outline crosses: null if none, undefined if an outline crosses it. */
function unitOfWhole(box: Box, part: Part | undefined, zones: readonly LaidZone[]): string | null | undefined {
  if (!part) return null;
  const x = part.edges[0] as number;
  const y = part.edges[1] as number;
  const near = zones.flatMap((zone) => zone.parts.map((outline) => ({ id: zone.id, outline })));
  if (near.some(({ outline }) => (outline.edgeIndex?.search(...box).length ?? 0) > 0)) return undefined;
  return near.find(({ outline }) => isInside(x, y, outline))?.id ?? null;
}

/** Planar m² of a part on each unit it reaches into; ground that several outlines cover belongs to the first of them. */
export function groundByUnit(part: Part, zones: readonly LaidZone[]): [string, number][] {
  const whole = unitOfWhole(part.box, part, zones);
  if (whole === null) return [];
  if (whole !== undefined) return [[whole, part.planarSquareMetres]];
  const near = zones.filter((zone) => zone.parts.some(({ box }) => boxesMeet(box, part.box)));
  const areas = coveredGround([[part], ...near.map((zone) => zone.parts.map((outline) => westOf(outline, part.box)))]);
  return near.map((zone, i) => {
    const bit = 2 << i;
    const before = bit - 2;
    const own = areas.reduce((sum, area, mask) => (mask & 1 && mask & bit && !(mask & before) ? sum + area : sum), 0);
    return [zone.id, own];
  });
}

/** The edges of an outline that tell inside from outside within a box: those level with it and not wholly to its east. */
function westOf({ edges, box: whole }: Shape, box: Box): Shape {
  const kept: number[] = [];
  for (let i = 0; i < edges.length; i += 4) {
    const [ax, ay] = [edges[i] as number, edges[i + 1] as number];
    const [bx, by] = [edges[i + 2] as number, edges[i + 3] as number];
    const isLevel = Math.max(ay, by) >= box[1] && Math.min(ay, by) <= box[3];
    if (isLevel && Math.min(ax, bx) <= box[2]) kept.push(ax, ay, bx, by);
  }
  return { edges: Float64Array.from(kept), next: new Int32Array(kept.length / 4).fill(-1), box: whole };
}

function edgeBoxes({ edges }: Shape): Shape[] {
  return Array.from({ length: edges.length / 4 }, (_, i) => {
    const [ax, ay] = [edges[i * 4] as number, edges[i * 4 + 1] as number];
    const [bx, by] = [edges[i * 4 + 2] as number, edges[i * 4 + 3] as number];
    const box: Box = [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)];
    return { edges, next: new Int32Array(0), box };
  });
}
