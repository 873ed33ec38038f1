import type { Part } from '../../../server/core/fabric/fabric';
import { boxesMeet, type Shape } from '../../../server/core/fabric/shape';
import type { ContiguitySettings } from '../../../server/core/pieces/settings';
import type { Engine, Geometry } from './geos-engine';

/** A pair of parts or pieces: joined for certain, certainly not, or too near the limit for two engines to agree. */
export type Joined = 'yes' | 'no' | 'borderline';

/** A part read into another engine, and each of its segments. */
export interface Read {
  readonly part: Part;
  readonly geometry: Geometry;
  readonly segments: readonly Segment[];
}

interface Segment {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly line: Geometry;
}

/** Reads a part into the engine. */
export function readPart(engine: Engine, part: Part): Read {
  const segments = Array.from({ length: part.edges.length / 4 }, (_, i): Segment => {
    const [ax = 0, ay = 0, bx = 0, by = 0] = part.edges.subarray(i * 4, i * 4 + 4);
    return { from: [ax, ay], to: [bx, by], line: engine.line([ax, ay], [bx, by]) };
  });
  return { part, geometry: engine.polygon(part), segments };
}

/** Flat sides leave a wedge open on the outer side of each bend: so much, in metres, may be missing. */
const bendMetres = 0.4;

/** Whether two parts join strictly: by what they share of their boundaries, or by common ground. */
export function joinStrictly(engine: Engine, a: Read, b: Read, settings: ContiguitySettings): Joined {
  const overlap = overlapOf(engine, a, b, settings);
  if (overlap === 'yes') return 'yes';
  const shorter = Math.min(a.part.perimeterMetres, b.part.perimeterMetres);
  const needed = Math.min(settings.minSharedMetres, shorter * settings.sharedPerimeterShare);
  const least = { snap: settings.snapMetres - 1e-3, degrees: settings.parallelDegrees - 0.1 };
  if (contactOf(engine, a, b, least) >= needed) return 'yes';
  const most = { snap: settings.snapMetres + 1e-3, degrees: settings.parallelDegrees + 0.1 };
  return overlap === 'borderline' || contactOf(engine, a, b, most) + bendMetres >= needed ? 'borderline' : 'no';
}

interface How {
  readonly snap: number;
  readonly degrees: number;
}

function contactOf(engine: Engine, a: Read, b: Read, how: How): number {
  return Math.max(contactAlong(engine, a, b, how), contactAlong(engine, b, a, how));
}

/** How much of a's boundary lies to the sides of nearly parallel segments of b. */
function contactAlong(engine: Engine, a: Read, b: Read, how: How): number {
  const near = (segment: Segment, box: Shape['box']): boolean => boxesMeet(boxOf(segment), box, how.snap);
  const ofB = b.segments.filter((segment) => near(segment, a.part.box));
  let metres = 0;
  for (const segment of a.segments.filter((one) => near(one, b.part.box))) {
    const beside = ofB.filter((other) => near(other, boxOf(segment)) && degreesBetween(segment, other) <= how.degrees);
    if (beside.length === 0) continue;
    let bare = segment.line;
    for (const other of beside) {
      const sides = engine.sides(other.line, how.snap);
      const rest = engine.difference(bare, sides);
      if (bare !== segment.line) engine.free(bare);
      engine.free(sides);
      bare = rest;
    }
    metres += engine.length(segment.line) - engine.length(bare);
    engine.free(bare);
  }
  return metres;
}

function overlapOf(engine: Engine, a: Read, b: Read, settings: ContiguitySettings): Joined {
  const common = engine.intersection(a.geometry, b.geometry);
  const area = engine.area(common);
  const radius = settings.overlapThicknessMetres / 2;
  const holds = (metres: number): boolean => {
    const core = engine.buffer(common, -metres);
    const isThere = !engine.isEmpty(core);
    engine.free(core);
    return isThere;
  };
  const certain = area > settings.overlapSquareMetres * 1.001 && holds(radius * 1.02);
  const possible = area > settings.overlapSquareMetres * 0.999 && holds(radius * 0.98);
  engine.free(common);
  return certain ? 'yes' : possible ? 'borderline' : 'no';
}

function degreesBetween(a: Segment, b: Segment): number {
  const [ux, uy] = [a.to[0] - a.from[0], a.to[1] - a.from[1]];
  const [vx, vy] = [b.to[0] - b.from[0], b.to[1] - b.from[1]];
  return (Math.atan2(Math.abs(ux * vy - uy * vx), Math.abs(ux * vx + uy * vy)) * 180) / Math.PI;
}

function boxOf({ from, to }: Segment): [number, number, number, number] {
  return [Math.min(from[0], to[0]), Math.min(from[1], to[1]), Math.max(from[0], to[0]), Math.max(from[1], to[1])];
}
