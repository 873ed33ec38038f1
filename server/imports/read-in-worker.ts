import { Worker } from 'node:worker_threads';
import { type Failure, failure, type Warning } from '../formats/raw-file';
import { GivenUp } from '../jobs/given-up';
import type { StoredPreview } from './build-preview';
import type { WorkerOrder, WorkerWord } from './worker-words';

/** How a reading is listened to; a step that rejects ends it. */
export interface Listener {
  signal: AbortSignal;
  onProgress: (seen: number) => void;
  onPreview: (preview: StoredPreview) => Promise<void>;
  onCounted: (recordCount: number) => void;
  onRecords: (count: number, rowsJson: string) => Promise<void>;
  onEnd: (warnings: Warning[]) => void;
}

const heapLimitMegabytes = 3072;
/** The heap of the thread is full, or a text is longer than the engine holds. */
const tooHeavy: ReadonlySet<string | undefined> = new Set(['ERR_WORKER_OUT_OF_MEMORY', 'ERR_STRING_TOO_LONG']);

/** Reads a file in a worker thread, handing on its preview and its records in order; a file it cannot hold is refused. */
export function readInWorker(order: WorkerOrder, listener: Listener): Promise<Failure | null> {
  const worker = new Worker(new URL('./worker-boot.mjs', import.meta.url), {
    execArgv: [],
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: heapLimitMegabytes },
  });
  const heard = new Promise<Failure | null>((resolve, reject) => {
    let steps = Promise.resolve();
    const step = (run: () => Promise<void>): void => {
      steps = steps.then(run);
      steps.catch(reject);
    };
    worker.on('message', (word: WorkerWord) => {
      if (word.kind === 'refused') step(async () => resolve(word.failure));
      if (word.kind === 'progress') listener.onProgress(word.seen);
      if (word.kind === 'counted') listener.onCounted(word.recordCount);
      if (word.kind === 'preview') step(() => listener.onPreview(word.preview));
      if (word.kind === 'records') {
        step(async () => {
          await listener.onRecords(word.count, word.rowsJson);
          worker.postMessage('more');
        });
      }
      if (word.kind === 'end') {
        step(async () => {
          listener.onEnd(word.warnings);
          resolve(null);
        });
      }
    });
    worker.once('error', (error: NodeJS.ErrnoException) => {
      if (tooHeavy.has(error.code)) resolve(failure('file-too-heavy', { file: order.file.fileName }));
      else reject(error);
    });
    worker.once('exit', () => steps.then(() => reject(new Error('the reading thread ended early')), reject));
    if (listener.signal.aborted) reject(new GivenUp());
    listener.signal.addEventListener('abort', () => reject(new GivenUp()), { once: true });
  });
  return heard.finally(() => worker.terminate());
}
