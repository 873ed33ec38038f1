import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll } from 'vitest';

export interface Read {
  properties: Record<string, unknown>;
  geometry: { type: string; coordinates: unknown } | null;
}

const folder = mkdtempSync(join(tmpdir(), 'yuantu-read-'));
const thread = new Worker(new URL('./gdal-thread.mjs', import.meta.url), { execArgv: [], workerData: folder });
afterAll(async () => {
  await thread.terminate();
  rmSync(folder, { recursive: true, force: true });
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
  const options = ['-f', 'GeoJSON', '-lco', 'COORDINATE_PRECISION=12', ...(degrees ? ['-t_srs', 'EPSG:4490'] : [])];
  const name = `${made}-read`;
  thread.postMessage({ main: `${made}-${main}`, open, options: [...options, ...(layer ? [layer] : [])], name });
  await once(thread, 'message');
  return JSON.parse(readFileSync(join(folder, `${name}.geojson`), 'utf8')).features;
}
