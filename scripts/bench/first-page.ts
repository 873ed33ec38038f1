import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { readLock } from '../../server/db/embedded/lock';
import { countingProxy } from './counting-proxy';
import type { Measured } from './table';

const chromiumArguments = [
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-webgl',
  '--ignore-gpu-blocklist',
  '--enable-unsafe-swiftshader',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];
const pollMs = 200;
const silenceMs = 2_000;
const canvasPatienceMs = 60_000;
const viewport = { width: 1440, height: 900 };

/** Starts the product over a filled folder, opens its page once, and tells weight, time to the first map and memory. */
export async function benchFirstPage(root: string, folder: string, browserPath: string): Promise<Measured[]> {
  const server = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: '', PORT: '0', YUANTU_DATA: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const began = performance.now();
    const url = await untilReady(server);
    const started = (performance.now() - began) / 1000;
    const page = await openPage(url, browserPath);
    return [
      row('start over a filled embedded database', started, 's'),
      row('page weight until the first map, compressed', page.bytes / 1024, 'KB'),
      row('time to the last tile of the first map, software WebGL', page.milliseconds, 'ms'),
      row('memory of the server', residentMegabytes(server.pid), 'MB'),
      row('memory of the embedded database', residentMegabytes(readLock(join(folder, 'db.lock'))?.pid), 'MB'),
    ];
  } finally {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    await ended;
  }
}

const row = (what: string, ours: number, unit: string): Measured => ({ what, ours, peer: null, unit, aim: null });

async function untilReady(server: ChildProcess): Promise<string> {
  let said = '';
  server.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  for (;;) {
    const url = /http:\/\/[^\s/]+\//.exec(said)?.[0];
    if (url && (await fetch(`${url}api/health`).catch(() => null))?.ok) return url;
    if (server.exitCode !== null) throw new Error(`the server did not start: ${said}`);
    await pause(pollMs);
  }
}

/** The map is there when the last tile has come and nothing has been asked for a while. */
async function openPage(url: string, executablePath: string): Promise<{ bytes: number; milliseconds: number }> {
  const { url: counted, passed, close } = await countingProxy(url);
  const browser = await chromium.launch({ executablePath, args: chromiumArguments });
  try {
    const page = await browser.newPage({ viewport });
    const began = performance.now();
    await page.goto(counted);
    await page.waitForSelector('canvas.maplibregl-canvas', { timeout: canvasPatienceMs });
    while (passed.lastTileMs === 0 || performance.now() - passed.lastAnswerMs < silenceMs) await pause(pollMs);
    return { bytes: passed.bytes, milliseconds: passed.lastTileMs - began };
  } finally {
    await browser.close();
    close();
  }
}

/** What the kernel says the process holds in memory. */
function residentMegabytes(pid: number | undefined): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
}
