import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { buildPreview } from './build-preview';
import { prepare } from './prepare';
import type { WorkerOrder, WorkerWord } from './worker-words';

const batchRecords = 500;

/** Reads one file in a thread of its own: parsing a large one would stop the server's event loop. */
async function readOne(order: WorkerOrder): Promise<void> {
  const port = parentPort;
  if (!port) throw new Error('started outside a worker');
  const say = (word: WorkerWord): void => port.postMessage(word);
  const prepared = await prepare(order);
  if (!prepared.ok) return say({ kind: 'refused', failure: prepared });
  say({ kind: 'preview', preview: buildPreview(prepared) });
  for (let n = 0; order.wantRecords && n < prepared.rows.length; n += batchRecords) {
    const more = once(port, 'message');
    say({ kind: 'records', rows: prepared.rows.slice(n, n + batchRecords) });
    await more;
  }
  say({ kind: 'end' });
}

readOne(workerData as WorkerOrder).finally(() => parentPort?.close());
