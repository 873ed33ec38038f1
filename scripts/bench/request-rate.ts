import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';

const answer = z.object({ perSecond: z.number(), refused: z.number() });
const generator = fileURLToPath(new URL('./load-generator.mjs', import.meta.url));
const seconds = 3;

/** Requests answered per second by a URL under thirty-two busy connections; fails when any answer is not 200. */
export async function requestRate(url: string): Promise<number> {
  const { stdout } = await promisify(execFile)(process.execPath, [generator, url, String(seconds)]);
  const { perSecond, refused } = answer.parse(JSON.parse(stdout));
  if (refused > 0) throw new Error(`${refused} requests to ${url} were refused`);
  return perSecond;
}
