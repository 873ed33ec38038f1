import { pointToSegmentSquared } from '../../../server/core/fabric/segments';
import { boxesMeet, type Shape } from '../../../server/core/fabric/shape';

interface Settings {
  readonly snapMetres: number;
  readonly parallelDegrees: number;
}

/** Contact as the definition reads, found by asking points `stepMetres` apart: the larger of the two directions. */
export function contactByDefinition(
  a: Shape,
  b: Shape,
  settings: Settings,
  stepMetres: number,
): { metres: number; edges: number } {
  const there = sampled(a, b, settings, stepMetres);
  const back = sampled(b, a, settings, stepMetres);
  return there.metres > back.metres ? there : back;
}

/** How much of a's boundary lies beside a nearly parallel stretch of b, and how many edges were asked about. */
function sampled(a: Shape, b: Shape, settings: Settings, stepMetres: number): { metres: number; edges: number } {
  let metres = 0;
  let edges = 0;
  for (let i = 0; i < a.edges.length; i += 4) {
    const [ax = 0, ay = 0, bx = 0, by = 0] = a.edges.subarray(i, i + 4);
    const box = [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)] as const;
    const length = Math.hypot(bx - ax, by - ay);
    if (length === 0 || !boxesMeet(box, b.box, settings.snapMetres)) continue;
    const runs = parallelRuns((bx - ax) / length, (by - ay) / length, b, settings);
    edges++;
    const count = Math.ceil(length / stepMetres);
    for (let k = 0; k < count; k++) {
      const t = (k + 0.5) / count;
      const [x, y] = [ax + (bx - ax) * t, ay + (by - ay) * t];
      if (runs.some((run) => isBeside(x, y, run, settings.snapMetres))) metres += length / count;
    }
  }
  return { metres, edges };
}

/** An edge of b nearly parallel to the one asked about, and the next one if the boundary runs on nearly parallel. */
interface Run {
  readonly edge: Edge;
  readonly next: Edge | null;
}
type Edge = readonly [ax: number, ay: number, bx: number, by: number];

function parallelRuns(ux: number, uy: number, b: Shape, { parallelDegrees }: Settings): Run[] {
  const sine = Math.sin((parallelDegrees * Math.PI) / 180);
  const edgeAt = (place: number): Edge => {
    const [cx = 0, cy = 0, dx = 0, dy = 0] = b.edges.subarray(place * 4, place * 4 + 4);
    return [cx, cy, dx, dy];
  };
  const along = ([cx, cy, dx, dy]: Edge): number => {
    const cross = (ux * (dy - cy) - uy * (dx - cx)) / Math.hypot(dx - cx, dy - cy);
    return Math.abs(cross) > sine ? 0 : Math.sign(ux * (dx - cx) + uy * (dy - cy));
  };
  return Array.from(b.next).flatMap((after, place): Run[] => {
    const edge = edgeAt(place);
    const sense = along(edge);
    const next = after < 0 ? null : edgeAt(after);
    return sense === 0 ? [] : [{ edge, next: next && along(next) === sense ? next : null }];
  });
}

/** Beside an edge, or off the outer side of a bend where no foot falls on either edge. */
function isBeside(x: number, y: number, { edge, next }: Run, snapMetres: number): boolean {
  if (pointToSegmentSquared(x, y, ...edge) > snapMetres ** 2) return false;
  const foot = footOn(x, y, edge);
  return (foot >= 0 && foot <= 1) || (foot > 1 && next !== null && footOn(x, y, next) < 0);
}

function footOn(x: number, y: number, [ax, ay, bx, by]: Edge): number {
  return ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2);
}
