import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Told } from './serve-city';

const entry = fileURLToPath(new URL('./serve-city.ts', import.meta.url));

/** The whole server over a city, as a process of its own. */
export interface CityServer {
  readonly url: string;
  /** Milliseconds that the server took for each answer since the last call, by path: from the request's arrival to the answer's end. */
  elapsed(): Promise<readonly (readonly [path: string, milliseconds: number])[]>;
  /** Megabytes of memory that the kernel counts for the process, now and at most so far. */
  memory(): { readonly now: number; readonly most: number };
  post(path: string, body: unknown, method?: 'POST' | 'PATCH'): Promise<unknown>;
  get(path: string): Promise<unknown>;
  stop(): Promise<void>;
}

/** Starts the server; it begins at once with what it does behind its start: all verdicts, blocks, leftover plots. */
export async function startServer(databaseUrl: string, root: string): Promise<CityServer> {
  const env = { ...process.env, DATABASE_URL: databaseUrl, LOG: 'error', REQUESTS_PER_MINUTE: '1000000000' };
  const child = fork(entry, { cwd: root, env, execArgv: ['--import', 'tsx'] });
  const told = await nextWord(child);
  if (!('listening' in told)) throw new Error('the server did not say where it listens');
  const url = told.listening;
  const ask = async (path: string, init?: RequestInit): Promise<unknown> => {
    const answer = await fetch(url + path, init);
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return answer.json();
  };
  return {
    url,
    elapsed: async () => {
      const word = nextWord(child);
      child.send('elapsed');
      const answer = await word;
      return 'elapsed' in answer ? answer.elapsed : [];
    },
    memory: () => {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      const megabytes = (name: string) => (Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) * 1024) / 1e6;
      return { now: megabytes('VmRSS'), most: megabytes('VmHWM') };
    },
    get: (path) => ask(path),
    post: (path, body, method = 'POST') =>
      ask(path, {
        method,
        headers: { 'content-type': 'application/json', 'x-actor': 'bench' },
        body: JSON.stringify(body),
      }),
    stop: async () => {
      if (child.exitCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function nextWord(child: ChildProcess): Promise<Told> {
  const ended = once(child, 'exit').then(() => {
    throw new Error('the server ended');
  });
  const [told] = (await Promise.race([once(child, 'message'), ended])) as [Told];
  return told;
}
