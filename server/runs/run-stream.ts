import { PassThrough, type Readable } from 'node:stream';
import type { Db } from '../db/pool';
import { listStirringRuns, type RunRow } from '../db/runs/read-run';
import type { Lang } from '../lang';
import { sayRun } from './say-run';

/** Tells every listener of every step of every search, whichever process works on it. */
export interface RunStream {
  /** Server-sent events for one listener, beginning with the searches under way; ends with the server. */
  join(lang: Lang): Readable;
  /** Ends every stream, and lets nobody join any more. */
  close(): void;
}

interface Listener {
  readonly lang: Lang;
  readonly stream: PassThrough;
  /** By search, what was told last; null before the first look. */
  told: Map<string, string> | null;
}

const lookEveryMs = 1000;
const beatEveryMs = 15_000;
/** A listener that reads nothing is let go before its backlog fills the memory. */
const backlogBytes = 1024 * 1024;

/** Opens the stream; the rows are looked at once a second while somebody listens, and not at all otherwise. */
export function openRunStream(db: Db, onError: (error: unknown) => void): RunStream {
  const listeners = new Set<Listener>();
  let closed = false;
  let looking = false;
  let timers: NodeJS.Timeout[] = [];

  const look = async (): Promise<void> => {
    if (looking) return;
    looking = true;
    try {
      const rows = await listStirringRuns(db);
      for (const listener of listeners) tell(listener, rows);
    } catch (error) {
      onError(error);
    } finally {
      looking = false;
    }
  };
  const start = (): void => {
    const beat = () => {
      for (const { stream } of listeners) write(stream, ': beat\n\n');
    };
    timers = [setInterval(() => void look(), lookEveryMs), setInterval(beat, beatEveryMs)];
    for (const timer of timers) timer.unref();
  };
  const leave = (listener: Listener): void => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    for (const timer of timers) clearInterval(timer);
    timers = [];
  };
  return {
    join: (lang) => {
      const listener: Listener = { lang, stream: new PassThrough(), told: null };
      if (closed) return listener.stream.end();
      listener.stream.on('close', () => leave(listener));
      // The first bytes carry the headers, so that the page knows at once that it is heard.
      listener.stream.write('retry: 2000\n\n');
      if (listeners.size === 0) start();
      listeners.add(listener);
      void look();
      return listener.stream;
    },
    close: () => {
      closed = true;
      for (const { stream } of listeners) stream.end();
    },
  };
}

/** Writes what is new to a listener; what was over before it came is not news. */
function tell(listener: Listener, rows: readonly RunRow[]): void {
  const told = new Map<string, string>();
  for (const row of rows) {
    const isOld = listener.told === null && row.finishedAt !== null;
    const text = JSON.stringify(sayRun(row, listener.lang));
    told.set(row.id, text);
    if (!isOld && listener.told?.get(row.id) !== text) write(listener.stream, `event: run\ndata: ${text}\n\n`);
  }
  listener.told = told;
}

function write(stream: PassThrough, text: string): void {
  if (stream.writableEnded || stream.destroyed) return;
  if (stream.writableLength > backlogBytes) stream.destroy();
  else stream.write(text);
}
