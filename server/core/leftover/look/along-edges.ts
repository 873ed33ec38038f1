import type { Box, Shape } from '../../fabric/shape';
import type { Near } from '../estate/near';
import type { Land } from '../land';
import { edgeOf, stretchesNear } from '../plane/along-edge';
import { type Interval, unite } from '../plane/intervals';

/** One shape of a corridor's land or of a planning edge. */
export interface EdgeShape {
  readonly shape: Shape;
  readonly box: Box;
  readonly of: Land;
}

/** The shapes of corridors and planning edges, each for itself. */
export function edgeShapes(edges: readonly Land[]): EdgeShape[] {
  return edges.flatMap((of) => [...of.grounds, ...of.lines].map((shape) => ({ shape, box: shape.box, of })));
}

/** Where a plot's boundary lies within snap of corridors' land or of planning edges, by part and edge. */
export function stretchesAlongEdges(
  plot: readonly Shape[],
  edges: Near<EdgeShape>,
  snapMetres: number,
): Interval[][][] {
  return plot.map((part) => {
    const near = edges.within(part.box, snapMetres);
    const byEdge: Interval[][] = [];
    for (let edge = 0; edge < part.next.length; edge++) byEdge.push(stretchesAlong(part, edge, near, snapMetres));
    return byEdge;
  });
}

/** Where one edge of a plot lies within snap of some of them. */
export function stretchesAlong(part: Shape, edge: number, near: readonly EdgeShape[], snapMetres: number): Interval[] {
  const line = edgeOf(part, edge);
  const found: Interval[] = [];
  for (const { shape } of near) found.push(...stretchesNear(line, shape, snapMetres));
  return found.length > 1 ? unite(found) : found;
}
