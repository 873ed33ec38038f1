import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { postgis } from '@electric-sql/pglite-postgis';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { takeLock } from './lock';
import { type ChildReport, childOrder, socketPort } from './protocol';

/** Waiting connections beyond the pool's own, such as one that replaces another. */
const maxConnections = 16;
const touchEveryMs = 10_000;

/** A statement stops this process's event loop, so a thread watches the parent and ends both of us when it is gone. */
const watchdog = `
const { parentPid } = require('node:worker_threads').workerData;
setInterval(() => { if (process.ppid !== parentPid) process.kill(process.pid, 'SIGKILL'); }, 500);
`;

async function serveDatabase(): Promise<void> {
  new Worker(watchdog, { eval: true, workerData: { parentPid: process.ppid } }).unref();
  const order = childOrder.parse(JSON.parse(process.argv[2] ?? 'null'));
  const lock = takeLock(order.lockPath);
  if (!lock.ok) return tellAndLeave({ type: 'locked', holder: lock.holder });
  setInterval(() => lock.touch(), touchEveryMs).unref();

  mkdirSync(order.folder, { recursive: true, mode: 0o700 });
  const db = await PGlite.create(order.folder, { extensions: { postgis } });
  const server = new PGLiteSocketServer({ db, maxConnections, ...placeToListen(order.socketPath) });
  await server.start();

  const leave = async (): Promise<void> => {
    await server.stop();
    await db.close();
    lock.release();
    process.exit(0);
  };
  process.on('disconnect', leave);
  process.on('message', (word) => {
    if (word === 'close') void leave();
  });
  tell({ type: 'ready', ...addressOf(server, order.socketPath) });
}

function placeToListen(socketPath: string | null): { path: string } | { host: string; port: number } {
  if (!socketPath) return { host: '127.0.0.1', port: 0 };
  mkdirSync(dirname(socketPath), { recursive: true, mode: 0o700 });
  rmSync(socketPath, { force: true });
  return { path: socketPath };
}

function addressOf(server: PGLiteSocketServer, socketPath: string | null): { host: string; port: number } {
  if (socketPath) return { host: dirname(socketPath), port: socketPort };
  return { host: '127.0.0.1', port: Number(server.getServerConn().split(':').at(-1)) };
}

function tell(report: ChildReport): void {
  process.send?.(report);
}

function tellAndLeave(report: ChildReport): void {
  process.send?.(report, () => process.exit(1));
}

// The parent decides when this process ends; a key pressed in the terminal reaches both.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);
serveDatabase().catch((error: unknown) =>
  tellAndLeave({ type: 'failed', detail: error instanceof Error ? error.message : String(error) }),
);
