import { isInside } from '../../fabric/distance';
import { boxesMeet, type Shape } from '../../fabric/shape';
import type { EstatePart } from '../estate';
import { type OwnedPatch, standsOnPatch } from '../estate/patch';
import { endsOf, hullOfCorners, liesWithinEnds } from '../hull';
import { groundWithin } from '../plane/clip';
import type { Convex } from '../plane/convex';
import {
  type Arc,
  crossingAngles,
  type Disc,
  discBox,
  edgeInDisc,
  groundInSegment,
  liesInDisc,
  pointOnCircle,
} from '../plane/disc';
import { unite } from '../plane/intervals';
import { cornersOfRing, ringsOf } from '../plane/rings';

/** The pieces of a park that a plot is in contact with, as far as they lie in the disc round where it is looked out from. */
export interface ParkNear {
  readonly parts: readonly EstatePart[];
  readonly patches: readonly OwnedPatch[];
  readonly disc: Disc;
}

/** The convex hull of a park near a plot: straight between the corners, round where the park goes on beyond the disc. */
export interface ParkHull {
  readonly corners: Convex;
  /** Each less than half a turn; the chord of each is a side of the corners' outline or lies within it. */
  readonly arcs: readonly Arc[];
}

/** The hull of the park near a plot. */
export function hullOfPark(near: ParkNear): ParkHull {
  const arcs = arcsOn(near);
  const ends = arcs.flatMap(([from, to]) => [...pointOnCircle(near.disc, from), ...pointOnCircle(near.disc, to)]);
  return { corners: hullOfCorners([...cornersInDisc(near), ...ends]), arcs };
}

/** Planar m² of a plot on the hull of the park near it. */
export function plotInHull(plot: readonly Shape[], planarSquareMetres: number, near: ParkNear): number {
  const corners = cornersInDisc(near);
  const ends = endsOf(corners);
  if (plot.every((part) => liesWithinEnds(part, ends))) return planarSquareMetres;
  const hull = staysWithinChords(plot, near) ? { corners: hullOfCorners(corners), arcs: [] } : hullOfPark(near);
  return groundOnHull(plot, hull, near.disc);
}

/**
 * Whether no part of a plot reaches out to where the park goes on beyond the disc: there its hull is round beyond the
 * chord between two edges of one shape, and no chord is longer than the shape.
 */
export function staysWithinChords(plot: readonly Shape[], { parts, patches, disc }: ParkNear): boolean {
  let longestSquared = 0;
  for (const { shape } of parts) if (!liesInDisc(shape, disc)) longestSquared = Math.max(longestSquared, across(shape));
  for (const { outline } of patches)
    if (!liesInDisc(outline, disc)) longestSquared = Math.max(longestSquared, across(outline));
  const chordsFrom = Math.sqrt(Math.max(0, disc.radiusMetres ** 2 - longestSquared / 4));
  return plot.every((part) => liesInDisc(part, { ...disc, radiusMetres: chordsFrom }));
}

/** The square of the diagonal of a shape's box. */
function across({ box }: Shape): number {
  return (box[2] - box[0]) ** 2 + (box[3] - box[1]) ** 2;
}

function groundOnHull(plot: readonly Shape[], { corners, arcs }: ParkHull, disc: Disc): number {
  let sum = 0;
  for (const part of plot) {
    sum += groundWithin(part, corners);
    for (const arc of arcs) sum += beyondChord(part, disc, arc);
  }
  return sum;
}

function beyondChord(part: Shape, disc: Disc, arc: Arc): number {
  return ringsOf(part).reduce((sum, ring, place) => {
    const area = groundInSegment(cornersOfRing(part, ring), disc, arc);
    return place === 0 ? area : sum - area;
  }, 0);
}

/** Corners of the park in the disc, and where its edges leave it: x0, y0, x1, y1, … */
function cornersInDisc({ parts, patches, disc }: ParkNear): number[] {
  const box = discBox(disc);
  const corners: number[] = [];
  for (const { shape } of parts) if (boxesMeet(shape.box, box)) addCorners(shape, disc, corners);
  for (const { outline } of patches) if (boxesMeet(outline.box, box)) addCorners(outline, disc, corners);
  return corners;
}

function addCorners(shape: Shape, disc: Disc, corners: number[]): void {
  const { edges, next } = shape;
  const isWithin = liesInDisc(shape, disc);
  for (let edge = 0; edge < next.length; edge++) {
    const i = edge * 4;
    const x = edges[i] as number;
    const y = edges[i + 1] as number;
    const [from, to] = isWithin ? WHOLE_EDGE : (edgeInDisc(edges, i, disc) ?? NO_EDGE);
    if (to <= from) continue;
    const dx = (edges[i + 2] as number) - x;
    const dy = (edges[i + 3] as number) - y;
    corners.push(x + dx * from, y + dy * from);
    // The end of an edge is where the next one begins.
    if (to < 1 || (next[edge] as number) < 0) corners.push(x + dx * to, y + dy * to);
  }
}

const WHOLE_EDGE: Arc = [0, 1];
const NO_EDGE: Arc = [0, 0];

/** Where the circle stands on park ground, which goes on beyond it there: arcs of no more than a quarter turn. */
function arcsOn({ parts, patches, disc }: ParkNear): Arc[] {
  const box = discBox(disc);
  const found: Arc[] = [];
  for (const part of parts) {
    if (boxesMeet(part.box, box) && !liesInDisc(part.shape, disc))
      found.push(...arcsBetween(crossingAngles(part.shape.edges, disc), disc, part));
  }
  for (const patch of patches) {
    if (boxesMeet(patch.box, box) && !liesInDisc(patch.outline, disc))
      found.push(...arcsBetween(crossingAngles(patch.outline.edges, disc), disc, patch));
  }
  return unite(found).flatMap(quartered);
}

/** Of the arcs that crossings cut a circle into, from 0 to a full turn, those whose middle stands on the ground. */
function arcsBetween(angles: readonly number[], disc: Disc, ground: EstatePart | OwnedPatch): Arc[] {
  const cuts = [0, ...angles, 2 * Math.PI];
  return cuts.slice(1).flatMap((to, place): Arc[] => {
    const from = cuts[place] as number;
    const [x, y] = pointOnCircle(disc, (from + to) / 2);
    const isOn = 'sides' in ground ? isInside(x, y, ground.shape) : standsOnPatch(x, y, ground);
    return isOn && to > from ? [[from, to]] : [];
  });
}

function quartered([from, to]: Arc): Arc[] {
  const count = Math.ceil((to - from) / (Math.PI / 2));
  return Array.from({ length: count }, (_, i) => [
    from + ((to - from) * i) / count,
    from + ((to - from) * (i + 1)) / count,
  ]);
}
