import type { FastifyInstance } from 'fastify';
import { listParcels, pickParcels, readParcel } from '../../data/contract';
import type { AppParts } from '../app';
import { listParcels as list } from '../db/parcels/list-parcels';
import { pickParcels as pick } from '../db/parcels/pick-parcels';
import { readParcel as read } from '../db/parcels/read-parcel';
import { refusal } from '../errors';
import { toldFinding } from '../findings/told-finding';
import { serve } from './serve';

/** GET /api/parcels, GET /api/parcels/:id, POST /api/parcels/pick. */
export function registerParcels(app: FastifyInstance, { db }: AppParts): void {
  serve(app, listParcels, ({ query }) => list(db, query));
  serve(app, pickParcels, ({ body }) => pick(db, body));
  serve(app, readParcel, async ({ params: { id }, lang }) => {
    const found = await read(db, id);
    if (!found) throw refusal('not-found', { what: 'parcel', id });
    const findings = found.findings.map(({ park, finding, ruling, standing }) => {
      const { kind, wouldBe, atLimit, because, missing } = toldFinding(finding, lang);
      return { park, kind, wouldBe, atLimit, because, missing, ruling, standing };
    });
    return { ...found, findings };
  });
}
