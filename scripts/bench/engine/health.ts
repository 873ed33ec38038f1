import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Measured } from '../table';
import { under } from './questions';

const watcher = fileURLToPath(new URL('./health-watch.mjs', import.meta.url));
const seen = z.object({
  asked: z.number(),
  refused: z.number(),
  unanswered: z.number(),
  p50: z.number(),
  p99: z.number(),
  most: z.number(),
});
const aimMs = 100;

/** Asks a server for its health every 20 ms from another process, until it is stopped. */
export function watchHealth(url: string): { stop(during: string): Promise<{ row: Measured; note: string }> } {
  const child = spawn(process.execPath, [watcher, url], { stdio: ['pipe', 'pipe', 'inherit'] });
  const said = text(child.stdout);
  return {
    stop: async (during) => {
      child.stdin.end();
      const { asked, refused, p50, p99, most } = seen.parse(JSON.parse(await said));
      if (refused > 0) throw new Error(`${refused} of ${asked} questions for health were refused`);
      const figures = `half within ${p50.toFixed(1)} ms, the slowest ${most.toFixed(0)} ms, ${asked} asked`;
      return {
        row: under(`health answers during ${during}, 99 % of them`, p99, aimMs),
        note: `health answers during ${during}: ${figures}`,
      };
    },
  };
}
