import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const startTries = 50;
const pollMs = 50;

/** Serves one body as a static file by nginx with one worker; null where there is no nginx. */
export async function serveByNginx(body: Buffer): Promise<{ url: string; stop(): Promise<void> } | null> {
  if (!hasNginx()) return null;
  const folder = await mkdtemp(join(tmpdir(), 'yuantu-nginx-'));
  await chmod(folder, 0o755);
  await writeFile(join(folder, 'tile.mvt'), body);
  const port = await sparePort();
  const settings = `
    worker_processes 1; daemon off; pid ${folder}/pid; error_log ${folder}/error.log;
    events { worker_connections 256; }
    http {
      access_log ${folder}/access.log; sendfile on; tcp_nopush on; types_hash_max_size 2048; keepalive_requests 10000000;
      server { listen 127.0.0.1:${port}; root ${folder}; default_type application/vnd.mapbox-vector-tile; }
    }`;
  await writeFile(join(folder, 'nginx.conf'), settings);
  const nginx = spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf')], { stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}/tile.mvt`;
  await waitFor(url);
  return { url, stop: () => stop(nginx, folder) };
}

function hasNginx(): boolean {
  try {
    execFileSync('nginx', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

async function waitFor(url: string): Promise<void> {
  for (let tries = 0; tries < startTries; tries++) {
    if ((await fetch(url).catch(() => null))?.ok) return;
    await pause(pollMs);
  }
  throw new Error('nginx did not start');
}

async function stop(nginx: ChildProcess, folder: string): Promise<void> {
  const ended = new Promise((resolve) => nginx.once('exit', resolve));
  nginx.kill('SIGTERM');
  await ended;
  await rm(folder, { recursive: true, force: true });
}

function sparePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
