import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import type { ImportState } from '../../data/contract';
import { crsOfId } from '../../server/formats/crs/catalogue';
import { degreesCrs, toPlane } from '../../server/formats/crs/crs';
import { prj } from '../fixtures/prj';
import { type Ring, shapefileParts, zipped } from '../fixtures/shapefile';
import { actor, previewed, written } from '../fixtures/uploads';
import { testApp } from '../support/app';

const path = fileURLToPath(new URL('../../../shared/data/parcels/cadastre-91216-at-quanzhou.geojson', import.meta.url));
const here = existsSync(path);
const parcels = 4241;

describe.skipIf(!here)(
  `a real cadastre of 4,241 parcels${here ? '' : ' (skipped: ../shared/data is absent)'}`,
  { timeout: 200_000 },
  async () => {
    if (!here) return;
    const { app, db } = await testApp({ sample: false });
    const bytes = readFileSync(path);
    const features = JSON.parse(bytes.toString('utf8')).features as {
      id: string;
      properties: { contenance: number | null };
      geometry: { coordinates: Ring[] };
    }[];
    let current: ImportState;

    /** Each file is withdrawn before the next, since they carry the same numbers. */
    afterEach(async () => {
      const url = `/api/events/${current.report?.event}/undo`;
      expect((await app.inject({ method: 'POST', url, headers: actor, payload: {} })).statusCode).toBe(200);
      expect(await db.query({ text: 'select count(*)::int as n from parcel' })).toEqual([{ n: 0 }]);
    });

    /** The same ground as a zipped shapefile, in a plane, with Chinese in GBK and ten-byte names. */
    const asShapefile = (crsId: string, projection: string) => {
      const convert = toPlane(crsOfId(crsId) ?? degreesCrs('CGCS2000'));
      const parts = shapefileParts({
        shapes: features.map((feature) =>
          feature.geometry.coordinates.map((ring) => ring.map(([x, y]) => convert(x, y))),
        ),
        fields: [
          { name: 'DKBH', width: 20 },
          { name: 'DKMC', width: 40 },
          { name: 'DKMJ', width: 12 },
          { name: 'QSXZ', width: 8 },
        ],
        rows: features.map((feature) => [
          feature.id,
          `宗地${feature.id}`,
          String(feature.properties.contenance ?? ''),
          '国有',
        ]),
        encoding: 'GB18030',
        language: 0x4d,
      });
      return zipped({ '宗地.shp': parts.shp, '宗地.shx': parts.shx, '宗地.dbf': parts.dbf, '宗地.prj': projection });
    };

    test('goes through whole as GeoJSON', async () => {
      const ready = await previewed(app, bytes, '真实宗地.geojson');
      expect(ready.preview).toMatchObject({
        recordCount: parcels,
        mapping: { columns: { number: 'id', area: 'contenance' } },
      });
      expect(ready.preview?.outlines.filter((outline) => outline.bad)).toEqual([]);
      current = await written(app, ready);
      expect(current.report).toMatchObject({ received: parcels, accepted: parcels, quarantined: 0 });
      const apart = current.report?.areaDisagreesCount ?? 0;
      expect(apart).toBe(473);
      const tenth = await db.query({
        text: `select count(*)::int as n from parcel
             where abs(area_square_metres - declared_area_square_metres) > 0.1 * declared_area_square_metres`,
      });
      expect(tenth).toEqual([{ n: 183 }]);
    });

    test('PostGIS measures the same areas', async () => {
      current = await written(app, await previewed(app, bytes, 'a.geojson'));
      const [off] = await db.query<{ worst: number }>({
        text: 'select max(abs(st_area(geom::geography) - area_square_metres) / area_square_metres) as worst from parcel where area_square_metres > 10',
      });
      expect(off?.worst).toBeLessThan(1e-5);
    });

    test.each([['zone 39', '4527', prj.zone39]])(
      'goes through whole as a GBK shapefile in %s',
      async (_, id, projection) => {
        const ready = await previewed(app, asShapefile(id, projection), '宗地.zip');
        expect(ready.preview).toMatchObject({
          encoding: 'GB18030',
          recordCount: parcels,
          crs: { chosen: id },
          mapping: {
            columns: { number: 'DKBH', name: 'DKMC', area: 'DKMJ', tenure: 'QSXZ' },
            areaUnit: 'square-metres',
          },
        });
        current = await written(app, ready);
        expect(current.report).toMatchObject({ received: parcels, accepted: parcels, areaDisagreesCount: 473 });
        const first = features[0];
        const [parcel] = await db.query<{ x: number; name: string; tenure: string; original: { crs: string } }>({
          text: `select st_x(st_startpoint(st_exteriorring(st_geometryn(geom, 1)))) as x, name, tenure, original from parcel where number = $1`,
          values: [first?.id],
        });
        expect(parcel).toMatchObject({ name: `宗地${first?.id}`, tenure: 'state', original: { crs: id } });
        expect(parcel?.x).toBeCloseTo(first?.geometry.coordinates[0]?.[0]?.[0] ?? 0, 8);
      },
    );
  },
);
