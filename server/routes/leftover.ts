import type { FastifyInstance } from 'fastify';
import { listLeftover } from '../../data/contract';
import type { AppParts } from '../app';
import { listLeftover as list } from '../db/leftover/list-leftover';
import { toldFinding } from '../findings/told-finding';
import { serve } from './serve';

/** GET /api/leftover. */
export function registerLeftover(app: FastifyInstance, { db }: AppParts): void {
  serve(app, listLeftover, async ({ query, lang }) => {
    const found = await list(db, query);
    return { ...found, rows: found.rows.map((row) => ({ ...row, finding: toldFinding(row.finding, lang) })) };
  });
}
