import type { MendedRecord } from '../../../data/contract';
import {
  forgetMend,
  holdMendedTwins,
  lockHeld,
  makeValid,
  type RecordToMend,
  readStates,
  stageMended,
  swapMended,
} from '../../db/imports/mend-records';
import type { Tx } from '../../db/pool';
import { refusal } from '../../errors';
import type { Lang } from '../../lang';
import type { WriteJob } from '../kinds/kind';
import { mendsOf } from '../mends';
import type { SampledRecord } from '../prepare';
import { sayReason } from '../say-import';
import { type HowRead, readAgain, readOutline } from './read-again';
import type { Way } from './way';

/** Records to be tried again, and how. */
export interface Trial {
  mend: string;
  job: WriteJob;
  how: HowRead;
  way: Way;
  records: readonly number[];
}

/**
 * Reads records that are held back another way and stages those that pass every judgement of a first import, ready to be
 * written; the others stay as they are, and why is told. Refused where one is not held back.
 */
export async function tryMend(tx: Tx, { mend, job, how, way, records }: Trial, lang: Lang): Promise<MendedRecord[]> {
  const id = job.import;
  const held = await lockHeld(tx, id, records);
  const gone = records.filter((record) => !held.some((each) => each.record === record));
  if (gone.length > 0) throw refusal('records-not-held', { records: gone.slice(0, namedAtMost).join('、') });
  const fit = held.filter(({ code }) => mendsOf(code).includes(way.how));
  const tried = new Map((await readAll(tx, fit, way, how)).map((each) => [each.read.judged.record, each]));
  const staged = [...tried.values()].map(({ read }) => read.staged);
  if (staged.length > 0) {
    await stageMended(tx, mend, id, staged);
    await holdMendedTwins(tx, id, [...tried.keys()]);
    await how.kind.holdBack(tx, job);
  }
  const states = await readStates(tx, id, [...records]);
  const still = states.flatMap(({ record, code }) => (code !== null && tried.has(record) ? [record] : []));
  if (still.length > 0) {
    await swapMended(tx, mend, still);
    await forgetMend(tx, mend, still);
  }
  return states.map(({ record, number, code, args }): MendedRecord => {
    const measured = tried.get(record)?.read.measured;
    return {
      record,
      ok: code === null,
      geometry: (measured?.geometry ?? null) as MendedRecord['geometry'],
      areaSquareMetres: measured?.areas?.areaSquareMetres ?? null,
      areaBeforeSquareMetres: tried.get(record)?.areaBefore ?? null,
      message: code === null ? null : sayReason({ record, number, code, args }, lang),
    };
  });
}
const namedAtMost = 10;

interface Read {
  read: SampledRecord;
  /** Square metres of the outline as it came, where the way changes it. */
  areaBefore: number | null;
}

async function readAll(tx: Tx, held: readonly RecordToMend[], way: Way, how: HowRead): Promise<Read[]> {
  const read = held.map((each) => readAgain(each, way, how));
  if (way.how !== 'make-valid') return read.map((each) => ({ read: each, areaBefore: null }));
  const outlines = read.map(({ measured: { record, geometry } }) => ({ record, geometry }));
  const valid = new Map((await makeValid(tx, outlines)).map(({ record, geometry }) => [record, geometry]));
  return held.map((each, n) => ({
    read: readOutline(each, valid.get(each.record) ?? null, way, how),
    areaBefore: read[n]?.measured.areas?.areaSquareMetres ?? null,
  }));
}
