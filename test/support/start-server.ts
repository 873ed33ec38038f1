import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const startPatienceMs = 240_000;
const pollMs = 250;

/** Runs scripts/start.mjs on a free port and waits until it can serve. */
export async function startServer(env: Record<string, string>): Promise<{ url: string; stop(): Promise<void> }> {
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: join(import.meta.dirname, '../..'),
    env: {
      ...process.env,
      DATABASE_URL: '',
      HOST: '',
      NODE_OPTIONS: '',
      PORT: '0',
      REQUESTS_PER_MINUTE: '1000000',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const until = Date.now() + startPatienceMs;
  for (;;) {
    const url = /http:\/\/[^\s/]+\//.exec(said)?.[0];
    if (url && (await isReady(url))) return { url, stop: () => stop(child) };
    if (child.exitCode !== null || Date.now() > until) {
      await stop(child);
      throw new Error(`the server did not start:\n${said}`);
    }
    await pause(pollMs);
  }
}

async function isReady(url: string): Promise<boolean> {
  const answer = await fetch(`${url}api/health`).catch(() => null);
  return answer?.ok ?? false;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}
