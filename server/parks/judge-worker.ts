import { parentPort } from 'node:worker_threads';
import { judgePark } from './judge-park';
import { judgeWithJoin } from './judge-with-join';
import { type JudgeOrder, type JudgeWord, unpackZones } from './judge-words';

const judges = { judgePark, judgeWithJoin };

/** Judges one case in a thread of its own and says what was found. */
function judgeOne({ id, by, parkCase, judging }: JudgeOrder): JudgeWord {
  try {
    return { id, finding: judges[by](parkCase, { ...judging, zones: unpackZones(judging.zones) }) };
  } catch (error) {
    return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort?.on('message', (order: JudgeOrder) => parentPort?.postMessage(judgeOne(order)));
