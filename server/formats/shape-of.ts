import type { LayerShape } from '../../data/contract';

/** What geometries are drawn as, taken together; those that are missing or unknown do not count. */
export function shapeOf(geometries: Iterable<unknown>): LayerShape {
  const found = new Set<LayerShape>();
  for (const geometry of geometries) {
    const type = typeof geometry === 'object' && geometry !== null && 'type' in geometry ? String(geometry.type) : '';
    const shape = shapes[type.replace('Multi', '')];
    if (shape) found.add(shape);
  }
  const [only] = found;
  return found.size > 1 ? 'mixed' : (only ?? 'none');
}

const shapes: Record<string, LayerShape> = {
  Polygon: 'polygon',
  LineString: 'line',
  Point: 'point',
  GeometryCollection: 'mixed',
};
