import type { FastifyInstance } from 'fastify';
import { legendLayer, readLegend } from '../../data/contract';
import type { AppParts } from '../app';
import { listed } from '../db/conditions';
import { type ClassCount, countClasses } from '../db/state/count-classes';
import { refusal } from '../errors';
import type { ParkBook } from '../parks/park-book';
import { serve } from './serve';

/** GET /api/legend. */
export function registerLegend(app: FastifyInstance, { db }: AppParts, parks: ParkBook): void {
  serve(app, readLegend, async ({ query }) => {
    const layers = [];
    for (const name of listed(query.layers) ?? []) {
      const layer = legendLayer.safeParse(name);
      if (!layer.success)
        throw refusal(
          'request-invalid',
          {},
          { issues: [{ path: '/layers', message: `unknown legend layer ${name}` }] },
        );
      const classes =
        layer.data === 'parks' ? await parkClasses(parks, query.bbox) : await countClasses(db, layer.data, query.bbox);
      layers.push({ layer: layer.data, classes });
    }
    return { layers };
  });
}

/** Parks in the window by the verdict on their title. */
async function parkClasses(parks: ParkBook, window: readonly number[]): Promise<ClassCount[]> {
  const [west = 0, south = 0, east = 0, north = 0] = window;
  const counts = new Map<string, ClassCount>();
  for (const { title, areaMu, bbox } of await parks.rows()) {
    if (bbox[0] > east || bbox[2] < west || bbox[1] > north || bbox[3] < south) continue;
    const counted = counts.get(title) ?? { class: title, count: 0, areaMu: 0 };
    counts.set(title, { class: title, count: counted.count + 1, areaMu: counted.areaMu + areaMu });
  }
  return [...counts.values()];
}
