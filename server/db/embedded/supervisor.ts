import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { DatabaseError } from '../database-error';
import type { LockHolder } from './lock';
import type { ChildOrder, ChildReport } from './protocol';

/** Why the embedded database could not be opened. */
export type OpenRefusal = { code: 'locked'; holder: LockHolder } | { code: 'failed'; detail: string };

/** Keeps one database process alive and says where it listens. */
export interface Supervisor {
  /** Resolves with the address once the process answers; rejects when it cannot be kept alive. */
  ready(): Promise<{ host: string; port: number }>;
  /** Ends the process at once, whatever it is doing, and opens the data again. */
  endAndReopen(): void;
  close(): Promise<void>;
  /** Process id of the database while it is open. */
  pid(): number | null;
}

type Opened = { child: ChildProcess; host: string; port: number };

/** So many unexpected ends in so short a time mean that opening again does not help. */
const crashLimit = 4;
const crashWindowMs = 60_000;
const reopenTries = 3;
const closePatienceMs = 8_000;
const keptErrorChars = 2_000;

/** Starts the database process and answers its supervisor, or why it did not open. */
export async function superviseEmbedded(
  order: ChildOrder,
): Promise<{ ok: true; supervisor: Supervisor } | { ok: false; refusal: OpenRefusal }> {
  const first = await openChild(order);
  if (!first.ok) return first;
  return { ok: true, supervisor: keepAlive(order, first.opened) };
}

function keepAlive(order: ChildOrder, first: Opened): Supervisor {
  let closing = false;
  let meantToEnd = false;
  let crashes: number[] = [];
  let current: Promise<Opened> = Promise.resolve(first);
  let child = first.child;

  const reopen = async (ended: Promise<unknown>): Promise<Opened> => {
    await ended;
    let answer = await openChild(order);
    for (let tries = 1; !answer.ok && tries < reopenTries; tries++) answer = await openChild(order);
    if (!answer.ok) throw unavailable(answer.refusal);
    watch(answer.opened);
    return answer.opened;
  };
  const startAgain = (ended: Promise<unknown>): void => {
    current = reopen(ended);
    current.catch(() => undefined);
  };
  function watch(opened: Opened): void {
    child = opened.child;
    meantToEnd = false;
    child.once('exit', () => {
      if (closing || meantToEnd) return;
      const now = Date.now();
      crashes = [...crashes.filter((at) => now - at < crashWindowMs), now];
      if (crashes.length < crashLimit) return startAgain(Promise.resolve());
      current = Promise.reject(unavailable({ code: 'failed', detail: `ended ${crashes.length} times in a minute` }));
      current.catch(() => undefined);
    });
  }
  watch(first);

  return {
    ready: async () => {
      const { host, port } = await current;
      return { host, port };
    },
    endAndReopen() {
      if (closing || meantToEnd) return;
      meantToEnd = true;
      startAgain(new Promise((resolve) => child.once('exit', resolve)));
      child.kill('SIGKILL');
    },
    pid: () => child.pid ?? null,
    async close() {
      closing = true;
      const opened = await current.catch(() => null);
      if (opened) await endGently(opened.child);
    },
  };
}

async function openChild(
  order: ChildOrder,
): Promise<{ ok: true; opened: Opened } | { ok: false; refusal: OpenRefusal }> {
  const script = fileURLToPath(new URL('./child.ts', import.meta.url));
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const child = fork(script, [JSON.stringify(order)], {
    execArgv: ['--import', tsx],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let lastWords = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    lastWords = (lastWords + chunk.toString()).slice(-keptErrorChars);
  });
  return new Promise((resolve) => {
    child.once('exit', (code, signal) =>
      resolve({ ok: false, refusal: { code: 'failed', detail: lastWords || `ended with ${signal ?? code}` } }),
    );
    child.once('error', (error) => resolve({ ok: false, refusal: { code: 'failed', detail: error.message } }));
    child.once('message', (report: ChildReport) => {
      if (report.type === 'ready') resolve({ ok: true, opened: { child, host: report.host, port: report.port } });
      else if (report.type === 'locked') resolve({ ok: false, refusal: { code: 'locked', holder: report.holder } });
      else resolve({ ok: false, refusal: { code: 'failed', detail: report.detail } });
    });
  });
}

async function endGently(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const impatient = setTimeout(() => child.kill('SIGKILL'), closePatienceMs);
  if (child.connected) child.send('close');
  await ended;
  clearTimeout(impatient);
}

function unavailable(refusal: OpenRefusal): DatabaseError {
  const detail = refusal.code === 'locked' ? `its folder is held by process ${refusal.holder.pid}` : refusal.detail;
  return new DatabaseError('database-away', `The embedded database could not be opened again: ${detail}`);
}
