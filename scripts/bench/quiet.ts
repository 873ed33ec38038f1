import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';

const lookMs = 300;
const quietShare = 0.1;
/** One quiet look may be a wait for the database. */
const quietLooks = 4;
const looksAtMost = 200;

/** Waits until what an application does behind its start has ended, so that it is not measured by mistake. */
export async function untilQuiet(): Promise<void> {
  let quiet = 0;
  for (let looks = 0; looks < looksAtMost; looks++) {
    const before = performance.eventLoopUtilization();
    await pause(lookMs);
    quiet = performance.eventLoopUtilization(before).utilization < quietShare ? quiet + 1 : 0;
    if (quiet === quietLooks) return;
  }
  throw new Error('the application does not come to rest');
}
