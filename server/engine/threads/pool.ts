import { Worker } from 'node:worker_threads';
import type { Order, Word } from './words';

/** An order as it is given out; the pool numbers it. */
type Question =
  Extract<Order, { id: number }> extends infer O ? (O extends { id: number } ? Omit<O, 'id'> : never) : never;

/** Worker threads that all hold the same city. */
export interface Pool {
  /** Tells every thread, now and whenever one is started anew, by `replay`. */
  tell(order: Order): void;
  /** Tells one thread alone, the one that packs. */
  tellPacker(order: Order): void;
  /** Asks the next idle thread, a person's questions before patient ones; given up when the signal says so. */
  ask(question: Question, asking?: { patient?: boolean; signal?: AbortSignal }): Promise<unknown>;
  /** Asks the thread that packs, at once. */
  askPacker(question: Question): Promise<unknown>;
  /** Asks every thread at once. */
  askAll(question: Question): Promise<unknown[]>;
  close(): Promise<void>;
}

interface Waiting {
  readonly question: Question;
  readonly signal: AbortSignal | undefined;
  resolve(answer: unknown): void;
  reject(error: Error): void;
}

const heapLimitMegabytes = 2048;

/** Opens `count` threads; `replay` gives what a thread that starts must be told first. */
export function openPool(count: number, workerData: unknown, replay: () => readonly Order[]): Pool {
  const people: Waiting[] = [];
  const patient: Waiting[] = [];
  let closing = false;
  let last = 0;

  interface Thread {
    worker: Worker;
    /** Questions given out, by number. */
    asked: Map<number, Waiting>;
    /** Whether it works on one of the queues' questions. */
    busy: boolean;
  }

  const start = (): Thread => {
    const worker = new Worker(new URL('./thread-boot.mjs', import.meta.url), {
      execArgv: [],
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: heapLimitMegabytes },
    });
    const thread: Thread = { worker, asked: new Map(), busy: false };
    worker.on('message', (word: Word) => {
      const waiting = thread.asked.get(word.id);
      thread.asked.delete(word.id);
      if (thread.asked.size === 0) worker.unref();
      if ('answer' in word) waiting?.resolve(word.answer);
      else waiting?.reject(new Error(word.error));
    });
    let died: Error = new Error('the engine thread ended');
    worker.once('error', (error) => {
      died = error;
    });
    worker.once('exit', () => {
      for (const { reject } of thread.asked.values()) reject(died);
      const place = threads.indexOf(thread);
      if (!closing && place >= 0) {
        threads[place] = start();
        work();
      }
    });
    worker.unref();
    for (const order of replay()) worker.postMessage(order);
    return thread;
  };
  const threads: Thread[] = [];
  for (let n = 0; n < count; n++) threads.push(start());

  const give = (thread: Thread, waiting: Waiting): void => {
    const id = ++last;
    thread.asked.set(id, waiting);
    // Whoever waits for an answer keeps the process alive, an idle thread does not.
    thread.worker.ref();
    thread.worker.postMessage({ ...waiting.question, id });
  };
  const askOf = (thread: Thread, question: Question): Promise<unknown> =>
    new Promise((resolve, reject) => give(thread, { question, signal: undefined, resolve, reject }));

  const next = (): Waiting | undefined => {
    for (const queue of [people, patient]) {
      for (let waiting = queue.shift(); waiting; waiting = queue.shift()) {
        if (!waiting.signal?.aborted) return waiting;
        waiting.reject(abortOf(waiting.signal));
      }
    }
    return undefined;
  };
  const work = (): void => {
    for (const thread of threads) {
      if (thread.busy) continue;
      const waiting = next();
      if (!waiting) return;
      thread.busy = true;
      const done = (): void => {
        thread.busy = false;
        work();
      };
      give(thread, {
        ...waiting,
        resolve: (answer) => {
          waiting.resolve(answer);
          done();
        },
        reject: (error) => {
          waiting.reject(error);
          done();
        },
      });
    }
  };

  const packer = (): Thread => {
    const [first] = threads;
    if (!first) throw new Error('the engine has no thread');
    return first;
  };
  return {
    tell: (order) => {
      for (const { worker } of threads) worker.postMessage(order);
    },
    tellPacker: (order) => packer().worker.postMessage(order),
    ask: (question, { patient: isPatient = false, signal } = {}) =>
      new Promise((resolve, reject) => {
        if (closing) return reject(new Error('the engine is closed'));
        (isPatient ? patient : people).push({ question, signal, resolve, reject });
        work();
      }),
    askPacker: (question) => askOf(packer(), question),
    askAll: (question) => Promise.all(threads.map((thread) => askOf(thread, question))),
    close: async () => {
      closing = true;
      const left = [...people.splice(0), ...patient.splice(0)];
      for (const { reject } of left) reject(new Error('the engine is closed'));
      await Promise.all(threads.map(({ worker }) => worker.terminate()));
    },
  };
}

function abortOf(signal: AbortSignal): Error {
  return signal.reason instanceof Error ? signal.reason : new Error('given up');
}
