import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createImport, importState } from '../../data/contract';
import { buildApp } from '../../server/app';
import type { Config } from '../../server/config';
import type { Db } from '../../server/db/pool';
import type { Rulesets } from '../../server/rules';
import { findServer } from '../native/cluster.mjs';
import { untilQuiet } from './quiet';
import type { Measured } from './table';

const records = 20_000;
const perRow = 200;
/** Squares of about 30 m with 10 m between them, in the middle of the planning extent. */
const stepDegrees = 0.0004;
const sideDegrees = 0.0003;
const pollMs = 100;
const actor = 'bench';

type Square = { number: string; ring: [number, number][] };

/**
 * Counts records a second from upload to the last accepted parcel, preview and report included, against psql's COPY of
 * the same squares into a bare indexed table on native PostgreSQL.
 */
export async function benchImport(
  parts: { db: Db; rulesets: Rulesets; config: Config },
  copyUrl: string | null,
): Promise<Measured> {
  const squares = drawSquares(parts.rulesets.current.rules.measure.planningExtent.value);
  const app = await buildApp(parts);
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  await untilQuiet();
  try {
    const seconds = await timeImport(address, squares);
    const peer = copyUrl ? { name: 'psql COPY, native', value: records / (await timeCopy(copyUrl, squares)) } : null;
    const what = `import of ${records.toLocaleString('en')} parcels, ${parts.db.kind}`;
    return { what, ours: records / seconds, peer, unit: 'records/s', aim: null };
  } finally {
    await app.close();
  }
}

function drawSquares([west, south, east, north]: readonly [number, number, number, number]): Square[] {
  const left = (west + east) / 2;
  const bottom = (south + north) / 2;
  return Array.from({ length: records }, (_, n) => {
    const x = left + (n % perRow) * stepDegrees;
    const y = bottom + Math.floor(n / perRow) * stepDegrees;
    const ring: [number, number][] = [
      [x, y],
      [x + sideDegrees, y],
      [x + sideDegrees, y + sideDegrees],
      [x, y + sideDegrees],
      [x, y],
    ];
    return { number: `BENCH-${n}`, ring };
  });
}

async function timeImport(address: string, squares: readonly Square[]): Promise<number> {
  const features = squares.map(({ number, ring }) => ({
    type: 'Feature',
    properties: { DKBH: number, DKMC: `plot ${number}` },
    geometry: { type: 'Polygon', coordinates: [ring] },
  }));
  const form = new FormData();
  form.append('file', new Blob([JSON.stringify({ type: 'FeatureCollection', features })]), 'bench.geojson');
  const headers = { 'x-actor': actor };
  const began = performance.now();
  const created = await fetch(`${address}${createImport.path}`, { method: 'POST', headers, body: form });
  const { id } = createImport.response.parse(await created.json());
  const url = `${address}${createImport.path}/${id}`;
  const ready = await waitFor(url, 'ready');
  const crs = ready.preview?.crs.chosen ?? ready.preview?.crs.choices[0]?.id;
  const body = JSON.stringify({ crs, mapping: ready.preview?.mapping });
  const ordered = await fetch(`${url}/commit`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body,
  });
  if (!ordered.ok) throw new Error(`the import could not be ordered: ${await ordered.text()}`);
  const done = await waitFor(url, 'done');
  if (done.report?.accepted !== records)
    throw new Error(`${done.report?.accepted} of ${records} parcels were accepted`);
  return (performance.now() - began) / 1000;
}

async function waitFor(url: string, phase: 'ready' | 'done') {
  for (;;) {
    const state = importState.parse(await (await fetch(url)).json());
    if (state.phase === phase) return state;
    if (state.phase === 'failed' || state.phase === 'cancelled') throw new Error(JSON.stringify(state.error));
    await pause(pollMs);
  }
}

async function timeCopy(url: string, squares: readonly Square[]): Promise<number> {
  const bin = findServer() ?? '';
  const folder = await mkdtemp(join(tmpdir(), 'yuantu-copy-'));
  const file = join(folder, 'squares.tsv');
  const lines = squares.map(({ number, ring }) => {
    const corners = ring.map(([x, y]) => `${x} ${y}`).join(',');
    return `${number}\tSRID=4490;POLYGON((${corners}))`;
  });
  await writeFile(file, `${lines.join('\n')}\n`);
  const run = (command: string): void => {
    execFileSync(join(bin, 'psql'), [url, '-q', '-v', 'ON_ERROR_STOP=1', '-c', command], { stdio: 'ignore' });
  };
  run('create table bench_copy (number text primary key, ground geometry(Polygon, 4490))');
  run('create index on bench_copy using gist (ground)');
  const began = performance.now();
  run(`\\copy bench_copy from '${file}'`);
  const seconds = (performance.now() - began) / 1000;
  run('drop table bench_copy');
  await rm(folder, { recursive: true, force: true });
  return seconds;
}
