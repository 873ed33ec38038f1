import type { FastifyInstance } from 'fastify';
import { listParks } from '../../data/contract';
import type { ParkBook } from '../parks/park-book';
import { serve } from './serve';

/** GET /api/parks. */
export function registerParks(app: FastifyInstance, parks: ParkBook): void {
  serve(app, listParks, async ({ query: { unit, verdict, kind } }) => {
    const rows = await parks.rows();
    return {
      rows: rows.filter(
        (park) =>
          (unit === undefined || park.unit === unit) &&
          (verdict === undefined || park.title === verdict) &&
          (kind === undefined || park.kind === kind),
      ),
    };
  });
}
