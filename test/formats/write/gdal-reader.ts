import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

interface Gdal {
  open(path: string, options?: string[]): Promise<{ datasets: object[] }>;
  ogr2ogr(dataset: object | undefined, options: string[], name: string): Promise<unknown>;
  close(dataset: object | undefined): Promise<void>;
}
export interface Read {
  properties: Record<string, unknown>;
  geometry: { type: string; coordinates: unknown } | null;
}

const folder = mkdtempSync(join(tmpdir(), 'yuantu-read-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const start = createRequire(import.meta.url)('gdal3.js/node.js') as (settings: object) => Promise<Gdal>;
const gdal = await start({
  path: 'node_modules/gdal3.js/dist/package',
  dest: folder,
  useWorker: false,
  errorHandler: () => undefined,
});
let made = 0;

/** Reads a layer of a file with GDAL, another hand than ours, in degrees where `degrees` is asked for. */
export async function readWithGdal(
  files: Readonly<Record<string, Uint8Array>>,
  main: string,
  { layer, open = [], degrees = false }: { layer?: string; open?: string[]; degrees?: boolean } = {},
): Promise<Read[]> {
  made += 1;
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, `${made}-${name}`), bytes);
  const [dataset] = (await gdal.open(`/output/${made}-${main}`, open)).datasets;
  const options = ['-f', 'GeoJSON', '-lco', 'COORDINATE_PRECISION=12', ...(degrees ? ['-t_srs', 'EPSG:4490'] : [])];
  await gdal.ogr2ogr(dataset, [...options, ...(layer ? [layer] : [])], `${made}-read`);
  await gdal.close(dataset);
  return JSON.parse(readFileSync(join(folder, `${made}-read.geojson`), 'utf8')).features;
}
