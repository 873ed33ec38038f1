import { describe, expect, it } from 'vitest';
import { readParcelChangesQuery, readSnapshotQuery } from '../../server/db/engine/read-parcel-changes';
import { readParcelsByIdQuery } from '../../server/db/engine/read-parcel-chunk';
import { listParcelsQuery } from '../../server/db/parcels/list-parcels';
import type { Statement } from '../../server/db/pool';
import { findNamesQuery } from '../../server/db/search/find-names';
import { countClassesQuery } from '../../server/db/state/count-classes';
import { tileFrame } from '../../server/tiles/address';
import { tileLayer, tileRowsQuery } from '../../server/tiles/layers';
import { testDatabase } from '../support/database';
import { type Scan, scansOf } from './scans';

const db = await testDatabase({ sample: true });
await db.query({ text: 'analyze' });
const [park] = await db.query<{ id: string; lon: number; lat: number }>({
  text: 'select id::text, st_x(st_centroid(geom)) as lon, st_y(st_centroid(geom)) as lat from park order by id limit 1',
});
if (!park) throw new Error('no park');
const { lon, lat } = park;
const window: [number, number, number, number] = [lon - 0.002, lat - 0.002, lon + 0.002, lat + 0.002];

function tile(layer: 'parcels' | 'corridors', zoom: number): Statement {
  const across = 2 ** zoom;
  const x = Math.floor(((lon + 180) / 360) * across);
  const radians = (lat * Math.PI) / 180;
  const y = Math.floor(((1 - Math.log(Math.tan(radians) + 1 / Math.cos(radians)) / Math.PI) / 2) * across);
  const frame = tileFrame(zoom, x, y);
  if (!frame) throw new Error('no such tile');
  return tileRowsQuery(tileLayer(layer, zoom), frame);
}
const [now] = await db.query<{ snapshot: string }>(readSnapshotQuery());
if (!now) throw new Error('no snapshot');
const list = { sort: 'number' as const, limit: 100, offset: 0 };

describe('every window is found through an index', () => {
  it.each<[string, Statement, string, string]>([
    ['a tile of parcels', tile('parcels', 16), 'parcel', 'parcel_mercator'],
    ['a tile of corridors', tile('corridors', 16), 'corridor', 'corridor_mercator'],
    ['the legend', countClassesQuery('parcels-status', window), 'parcel', 'parcel_geom'],
    ['parcels in a window', listParcelsQuery({ ...list, bbox: window }), 'parcel', 'parcel_geom'],
    [
      'a parcel by the beginning of its number',
      findNamesQuery('parcel', 'YL01-01-0001', 'zh', 6),
      'parcel',
      'parcel_number',
    ],
    ['parcels that changed', readParcelsByIdQuery([1, 2, 3]), 'parcel', 'parcel_pkey'],
    ['which parcels changed', readParcelChangesQuery(now.snapshot), 'parcel_change', 'parcel_change_xact'],
  ])('%s', async (_, statement, table, index) => {
    const scans = await scansOf(db, statement);
    // PostgreSQL 18 may skip through the index that keeps numbers unique per source instead.
    const accepted = index === 'parcel_number' ? [index, 'parcel_source_number_key'] : [index];
    const used = scans.flatMap((scan) => scan['Index Name'] ?? []);
    expect(
      used.some((name) => accepted.includes(name)),
      used.join(),
    ).toBe(true);
    const name = (scan: Scan) => `${scan['Node Type']} ${scan['Relation Name'] ?? ''}`;
    if (index !== 'parcel_number') expect(scans.map(name)).not.toContain(`Seq Scan ${table}`);
  });
});
