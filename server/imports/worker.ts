import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { storable } from '../db/storable';
import { crsOfId } from '../formats/crs/catalogue';
import { failure, type RawFile } from '../formats/raw-file';
import { readFile } from '../formats/read-file';
import { buildPreview } from './build-preview';
import { kindOf } from './kinds/all';
import type { KindOfImport } from './kinds/kind';
import { judgeRecords } from './measure-records';
import { openReading, prepare, type Reading } from './prepare';
import type { WorkerOrder, WorkerWord } from './worker-words';

const port = parentPort;
if (!port) throw new Error('started outside a worker');
const say = (word: WorkerWord): void => port.postMessage(word);

/** Reads one file in a thread of its own: parsing a large one would stop the server's event loop. */
async function readOne(order: WorkerOrder): Promise<void> {
  if (order.wantRecords) return sayRecords(order);
  const prepared = await prepare(order, (seen) => say({ kind: 'progress', seen }));
  if (!prepared.ok) return say({ kind: 'refused', failure: prepared });
  say({ kind: 'preview', preview: buildPreview(prepared) });
  say({ kind: 'end', warnings: [] });
}

async function sayRecords(order: WorkerOrder): Promise<void> {
  const opened = await openRecords(order);
  if (!opened.ok) return say({ kind: 'refused', failure: opened });
  const { raw, kind, reading } = opened;
  say({ kind: 'counted', recordCount: raw.recordCount });
  let seen = 0;
  // A batch is read and judged while the one before is staged, and waits until that is done: none outruns the database.
  let staged: Promise<unknown> = Promise.resolve();
  for await (const batch of raw.batches()) {
    seen += batch.length;
    const rows = judgeRecords(batch, kind).map((record) => reading.read(record).staged);
    const rowsJson = storable(rows);
    await staged;
    staged = once(port as NonNullable<typeof port>, 'message');
    say({ kind: 'records', count: rows.length, rowsJson });
  }
  await staged;
  if (seen === raw.recordCount) return say({ kind: 'end', warnings: reading.warnings() });
  const args = { file: order.file.fileName, count: seen, told: raw.recordCount };
  say({ kind: 'refused', failure: failure('records-short', args) });
}

type Opened = { ok: true; raw: RawFile; kind: KindOfImport; reading: Reading };

/** What was chosen is taken as it stands; what was not is told from the file once more. */
async function openRecords(order: WorkerOrder) {
  const { settings, where, file } = order;
  const { crs, mapping } = settings;
  if (settings.kind && mapping && crs !== undefined) {
    const raw = await readFile(file);
    if (!raw.ok) return raw;
    const kind = kindOf(settings.kind);
    const by = { kind, crs: crs === null ? null : crsOfId(crs), where, mapping, fileName: file.fileName };
    return { ok: true, raw, kind, reading: openReading(by) } satisfies Opened;
  }
  const prepared = await prepare(order);
  if (!prepared.ok) return prepared;
  return { ok: true, raw: prepared.raw, kind: prepared.kind, reading: prepared.openReading() } satisfies Opened;
}

readOne(workerData as WorkerOrder).finally(() => port.close());
