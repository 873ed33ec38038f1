import { Worker } from 'node:worker_threads';
import type { TitleFinding } from '../core/title';
import type { Judging } from './judge-park';
import { judgePark } from './judge-park';
import { judgeWithJoin } from './judge-with-join';
import { type JudgeName, type JudgeOrder, type JudgeWord, packZones } from './judge-words';
import type { ParkCase } from './park-case';

/** Judges cases without holding other answers up. */
interface JudgeApart {
  judge(by: JudgeName, parkCase: ParkCase, judging: Judging): Promise<TitleFinding>;
  /** Ends the thread; what it was judging is refused. */
  close(): Promise<void>;
}

/** A case of more plots than this is judged in the thread; a smaller one takes less time than its way there. */
export const MOST_MEMBERS_HERE = 300;
const heapLimitMegabytes = 2048;

interface Waiting {
  resolve(finding: TitleFinding): void;
  reject(error: Error): void;
}

/** Opens the judge: one thread, started by the first large case, used for all of them in turn, started anew if it ends. */
export function openJudgeApart(): JudgeApart {
  const waiting = new Map<number, Waiting>();
  let thread: Worker | null = null;
  let last = 0;

  const refuseAll = (ended: Worker, error: Error): void => {
    if (thread !== ended) return;
    thread = null;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const start = (): Worker => {
    const worker = new Worker(new URL('./judge-boot.mjs', import.meta.url), {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: heapLimitMegabytes },
    });
    worker.on('message', (word: JudgeWord) => {
      const asker = waiting.get(word.id);
      waiting.delete(word.id);
      if ('finding' in word) asker?.resolve(word.finding);
      else asker?.reject(new Error(word.error));
    });
    worker.once('error', (error) => refuseAll(worker, error));
    worker.once('exit', () => refuseAll(worker, new Error('the judging thread ended')));
    worker.unref();
    return worker;
  };

  return {
    judge: async (by, parkCase, judging) => {
      if (parkCase.members.length <= MOST_MEMBERS_HERE)
        return by === 'judgePark' ? judgePark(parkCase, judging) : judgeWithJoin(parkCase, judging);
      thread ??= start();
      const order: JudgeOrder = { id: ++last, by, parkCase, judging: { ...judging, zones: packZones(judging.zones) } };
      const found = new Promise<TitleFinding>((resolve, reject) => waiting.set(order.id, { resolve, reject }));
      thread.postMessage(order);
      return found;
    },
    close: async () => {
      await thread?.terminate();
    },
  };
}
