import { Worker } from 'node:worker_threads';
import { readingLimits } from '../limits';
import type { GdalAnswer, GdalOrder } from './words';

const heapLimitMegabytes = 1024;

/** Has GDAL do one order in a fresh thread, which is ended when it is done, dies or takes too long. */
export async function askGdal(order: GdalOrder, deadlineMs = readingLimits.gdalMs): Promise<GdalAnswer> {
  const worker = new Worker(new URL('./boot.mjs', import.meta.url), {
    execArgv: [],
    workerData: order,
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: heapLimitMegabytes },
  });
  let timer: NodeJS.Timeout | undefined;
  const answered = new Promise<GdalAnswer>((resolve) => {
    const fail = (told: string) => resolve({ ok: false, errors: [told] });
    timer = setTimeout(() => fail(`took longer than ${Math.round(deadlineMs / 1000)} s`), deadlineMs);
    worker.once('message', resolve);
    worker.once('error', (error) => fail(error.message));
    worker.once('exit', () => fail('ended early'));
  });
  return answered.finally(() => {
    clearTimeout(timer);
    return worker.terminate();
  });
}
