import { describe, expect, it } from 'vitest';
import { collections } from '../../server/ogc/collections/all';
import { testApp } from '../support/app';
import { gdal, hasGdal } from '../support/gdal';

const { app, db } = await testApp({ sample: true });
const service = `OAPIF:${await app.listen({ port: 0, host: '127.0.0.1' })}/ogc`;

const grounds = {
  parcels: 'parcel',
  parks: 'park',
  'leftover-plots': '(select p.geom, f.kind from leading_leftover f join parcel p on p.id = f.parcel) f',
  zones: 'unit',
  corridors: 'corridor',
};
interface Measured {
  count: number;
  box: number[];
}

async function inDatabase(from: string): Promise<Measured> {
  const [row] = await db.query<Measured>({
    text: `select count(*)::int as count, array[min(st_xmin(geom)), min(st_ymin(geom)), max(st_xmax(geom)), max(st_ymax(geom))] as box
           from ${from}`,
  });
  if (!row) throw new Error(`nothing in ${from}`);
  return row;
}

/** What GDAL counts when it reads every feature of a collection itself, page by page. */
async function throughGdal(id: string, pageSize: number): Promise<Measured> {
  const sql = `select count(*) as n, min(st_minx(geometry)) as w, min(st_miny(geometry)) as s,
                      max(st_maxx(geometry)) as e, max(st_maxy(geometry)) as t from "${id}"`;
  const said = await gdal('ogrinfo', '-q', '-dialect', 'SQLite', '-sql', sql, '-oo', `PAGE_SIZE=${pageSize}`, service);
  const value = (name: string) => Number(new RegExp(`^ +${name} \\([^)]*\\) = (.*)$`, 'm').exec(said)?.[1]);
  return { count: value('n'), box: ['w', 's', 'e', 't'].map(value) };
}

describe.skipIf(!hasGdal)('GDAL (needs ogrinfo of gdal-bin) opens /ogc', () => {
  it('and lists every collection', async () => {
    const said = await gdal('ogrinfo', '-q', service);
    for (const { id } of collections) expect(said).toContain(`: ${id}`);
  });

  it.each(Object.entries(grounds))(
    'and reads %s through paging, agreeing with the database on count and extent',
    async (id, from) => {
      const wanted = await inDatabase(from);
      const read = await throughGdal(id, Math.max(2, Math.ceil(wanted.count / 4)));
      expect(read.count).toBe(wanted.count);
      wanted.box.forEach((side, n) => {
        expect(read.box[n]).toBeCloseTo(side, 9);
      });
      const told = await gdal('ogrinfo', '-so', service, id);
      expect(told).toContain(`Feature Count: ${wanted.count}`);
    },
  );

  it('and is answered by box and by property', async () => {
    const window = [118.5, 24.8, 118.6, 24.9];
    const [row] = await db.query<{ n: number }>({
      text: `select count(*)::int as n from parcel
             where status = 'idle' and st_intersects(geom, st_makeenvelope($1, $2, $3, $4, 4490))`,
      values: window,
    });
    expect(row?.n).toBeGreaterThan(0);
    const spat = ['-spat', ...window.map(String)];
    const said = await gdal('ogrinfo', '-so', ...spat, '-where', "status = 'idle'", service, 'parcels');
    expect(said).toContain(`Feature Count: ${row?.n}`);
  });

  it('and writes Chinese names into a file of its own', async () => {
    const said = await gdal('ogr2ogr', '-f', 'CSV', '/vsistdout/', service, 'zones', '-oo', 'PAGE_SIZE=5');
    const [unit] = await db.query<{ zh: string }>({ text: "select name ->> 'zh' as zh from unit order by id limit 1" });
    expect(said).toContain(unit?.zh);
  });
});
