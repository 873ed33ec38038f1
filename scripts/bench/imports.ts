import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../../server/db/migrate';
import { openNative } from '../../server/db/native';
import { loadFacts } from '../load-facts';
import { findServer, startCluster } from '../native/cluster.mjs';
import { type FabricFile, writeFiles } from './imports/files';
import { startMeasured } from './imports/measured-server';
import { takeIn } from './imports/take-in';
import { type Measured, markdownTable } from './table';

const usualParcels = 100_000;
const aimTimes = 2;

/**
 * Measures the import of an invented fabric in every format over HTTP into native PostGIS, all checks on, beside
 * ogr2ogr into the same server in the same run; answers Markdown. `wanted` may name formats and a number of parcels.
 */
export async function benchImports(root: string, wanted: readonly string[], tell: (line: string) => void) {
  const bin = findServer();
  if (!bin || !hasGdal()) return markdownTable([], [{ what: 'imports', because: 'no PostGIS or no GDAL here' }]);
  const parcels = Number(wanted.find((word) => /^\d+$/.test(word)) ?? usualParcels);
  const formats = wanted.filter((word) => !/^\d+$/.test(word));
  const folder = await mkdtemp(join(tmpdir(), 'yuantu-imports-'));
  const cluster = await startCluster(bin);
  try {
    await prepareDatabase(cluster.url);
    const files = await writeFiles(folder, parcels, formats);
    const rows: Measured[] = [];
    const notes: string[] = [];
    for (const file of files) {
      const found = await measureFile(root, cluster.url, folder, file, parcels);
      rows.push(found.row);
      notes.push(found.note);
      tell(found.note);
    }
    return `${markdownTable(rows, [])}\n\n${notes.join('\n')}`;
  } finally {
    await cluster.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measureFile(root: string, url: string, folder: string, file: FabricFile, parcels: number) {
  const peer = timeOgr(url, file);
  // A server of its own for each format, so that one's garbage does not count for the next.
  const server = await startMeasured(root, url, folder);
  try {
    const before = server.resident();
    const { previewSeconds, writeSeconds } = await takeIn(server.address, file.path, parcels);
    const seconds = previewSeconds + writeSeconds;
    const aim = { text: `within ${aimTimes}x`, reached: seconds <= aimTimes * peer };
    const what = `import of ${parcels.toLocaleString('en')} parcels, ${file.format}`;
    const row = {
      what,
      ours: parcels / seconds,
      peer: { name: 'ogr2ogr', value: parcels / peer },
      unit: 'records/s',
      aim,
    };
    const memory = `${before.toFixed(0)} MB at rest, ${server.peak().toFixed(0)} MB at most`;
    const note = `- ${what}: preview ${previewSeconds.toFixed(1)} s, writing ${writeSeconds.toFixed(1)} s (ogr2ogr ${peer.toFixed(1)} s); server ${memory}`;
    return { row, note };
  } finally {
    await server.stop();
  }
}

function timeOgr(url: string, { source, options }: FabricFile): number {
  const began = performance.now();
  execFileSync(
    'ogr2ogr',
    ['-f', 'PostgreSQL', url.replace(/^postgres:/, 'postgresql:'), source]
      .concat(options, ['-nln', 'bench_peer', '-nlt', 'PROMOTE_TO_MULTI', '-overwrite', '-a_srs', 'EPSG:4490'])
      .concat(['--config', 'PG_USE_COPY', 'YES']),
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  return (performance.now() - began) / 1000;
}

async function prepareDatabase(url: string): Promise<void> {
  const opened = await openNative(url, { deadlineMs: 0 });
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
  const moved = await migrate(opened.db);
  if (!moved.ok) throw new Error(JSON.stringify(moved.refusal));
  await loadFacts(opened.db, () => undefined);
  await opened.db.close();
}

function hasGdal(): boolean {
  try {
    execFileSync('ogr2ogr', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
