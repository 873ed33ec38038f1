import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { noteFile, storeChunk } from '../../server/db/files/store-file';
import { beatImport, claimImport } from '../../server/db/imports/claim-import';
import { createImport } from '../../server/db/imports/create-import';
import { finishReading } from '../../server/db/imports/finish-import';
import { cancelImport, orderWriting } from '../../server/db/imports/order-import';
import { silenceSeconds } from '../../server/db/jobs/claim-job';
import type { Db } from '../../server/db/pool';
import { openCommitting } from '../../server/imports/committing';
import { runImport } from '../../server/imports/run-import';
import { sweepScratch } from '../../server/imports/scratch';
import { startRunner } from '../../server/imports/start-runner';
import { GivenUp } from '../../server/jobs/given-up';
import { startJobs } from '../../server/jobs/start-jobs';
import { collection, where } from '../fixtures/parcels';
import { testDatabase } from '../support/database';

const db = await testDatabase({ sample: false });
await store('content', collection([{}, {}]));
await store('others', collection([{ number: 'Q-1' }, { number: 'Q-2' }]));

async function store(sha256: string, bytes: Uint8Array): Promise<void> {
  await noteFile(db, sha256, bytes.byteLength);
  await storeChunk(db, sha256, 0, bytes);
}

async function waiting(sha256 = 'content'): Promise<string> {
  await db.query({ text: `update import set phase = 'cancelled' where phase <> 'done'` });
  const id = randomUUID();
  await createImport(db, { id, actor: 'a', fileName: 'f.geojson', sha256 });
  return id;
}
const silence = (id: string) =>
  db.query({
    text: 'update import set heartbeat_at = now() - make_interval(secs => $2) where id = $1',
    values: [id, silenceSeconds + 1],
  });
const phase = async (id: string) =>
  (await db.query<{ phase: string }>({ text: 'select phase from import where id = $1', values: [id] }))[0]?.phase;

test('two processes never take the same import', async () => {
  await waiting();
  const taken = await Promise.all([claimImport(db, randomUUID()), claimImport(db, randomUUID())]);
  expect(taken.filter((job) => job !== null)).toHaveLength(1);
});

test('the import of a killed process is taken up, and what that process says later counts for nothing', async () => {
  const id = await waiting();
  const [dead, alive] = [randomUUID(), randomUUID()];
  expect(await claimImport(db, dead)).toMatchObject({ id, attempts: 1 });
  expect(await claimImport(db, alive)).toBeNull();
  await silence(id);
  expect(await claimImport(db, alive)).toMatchObject({ id, attempts: 2 });
  expect(await beatImport(db, id, dead, null)).toBe(false);
  await finishReading(db, id, dead, { kind: 'parcels' });
  expect(await phase(id)).toBe('reading');
  expect(await beatImport(db, id, alive, null)).toBe(true);
});

test('giving up takes the job away from whoever does it', async () => {
  const id = await waiting();
  const claim = randomUUID();
  await claimImport(db, claim);
  expect(await cancelImport(db, id)).toBe(true);
  expect(await beatImport(db, id, claim, null)).toBe(false);
  expect(await cancelImport(db, id)).toBe(false);
});

const scratchFolder = await mkdtemp(join(tmpdir(), 'yuantu-imports-'));
afterAll(() => rm(scratchFolder, { recursive: true, force: true }));
const place = {
  db,
  planningExtent: where.planning,
  localMeridian: where.localMeridian,
  scratchFolder,
  recordsAtMost: 100,
  minutesAtMost: 10,
  overlapSeconds: 60,
  committing: openCommitting(db),
};

test('a job left by a killed process is read and written by the next', async () => {
  const id = await waiting();
  await claimImport(db, randomUUID());
  await silence(id);
  const runner = startRunner(
    place,
    async () => {},
    () => {},
  );
  runner.wake();
  await vi.waitFor(async () => expect(await phase(id)).toBe('ready'), { timeout: 30_000 });
  await orderWriting(db, id, { crs: '4326' });
  await claimImport(db, randomUUID());
  await silence(id);
  runner.wake();
  await vi.waitFor(async () => expect(await phase(id)).toBe('done'), { timeout: 30_000 });
  await runner.stop();
  expect(await db.query({ text: 'select count(*)::int as n from parcel where import = $1', values: [id] })).toEqual([
    { n: 2 },
  ]);
});

test('a job that ends its process again and again is given up with a word', async () => {
  const id = await waiting();
  await db.query({
    text: 'update import set sha256 = $2, attempts = 2 where id = $1',
    values: [id, await shortened()],
  });
  const errors: unknown[] = [];
  const runner = startRunner(
    place,
    async () => {},
    (error) => errors.push(error),
  );
  runner.wake();
  await vi.waitFor(async () => expect(await phase(id)).toBe('failed'), { timeout: 30_000 });
  await runner.stop();
  expect(errors).toHaveLength(1);
});

/** A file whose pieces are not there. */
async function shortened(): Promise<string> {
  await noteFile(db, 'short', 10);
  return 'short';
}

test('a job at hand is let go of when it is dropped, and others are not', async () => {
  const id = await waiting();
  let told: AbortSignal | null = null;
  const runner = startJobs(
    {
      claim: (claim) => claimImport(db, claim),
      run: async (_, __, stopping) => {
        told = stopping;
        await once(stopping, 'abort');
        throw new GivenUp();
      },
      release: ({ id: job }) => cancelImport(db, job).then(() => undefined),
      fail: async () => {},
    },
    () => {},
  );
  runner.wake();
  await vi.waitFor(() => expect(told).not.toBeNull());
  runner.drop(randomUUID());
  expect(told).toMatchObject({ aborted: false });
  runner.drop(id);
  await vi.waitFor(async () => expect(await phase(id)).toBe('cancelled'));
  await runner.stop();
});

test('a job out of time ends with a word, and is not tried again', async () => {
  const id = await waiting();
  const runner = startRunner(
    { ...place, minutesAtMost: 0 },
    async () => {},
    () => {},
  );
  runner.wake();
  await vi.waitFor(async () => expect(await phase(id)).toBe('failed'), { timeout: 30_000 });
  await runner.stop();
  expect(await db.query({ text: `select error ->> 'code' as code from import where id = $1`, values: [id] })).toEqual([
    { code: 'took-too-long' },
  ]);
});

test('how far a writing is can be told while the one session of the database is in its transaction', async () => {
  const id = await waiting('others');
  const step = async (on: typeof place) => {
    const claim = randomUUID();
    const job = await claimImport(db, claim);
    if (job?.id !== id) throw new Error('another import was claimed');
    await runImport(on, job, claim, new AbortController().signal);
  };
  await step(place);
  await orderWriting(db, id, { crs: '4326' });
  const committing = openCommitting({ kind: 'embedded' });
  const told: unknown[] = [];
  const asking: Db = {
    ...db,
    transaction: (act) =>
      db.transaction((tx) =>
        act({
          query: async (statement, schema, options) => {
            const rows = await tx.query(statement, schema, options);
            if (/insert into parcel\b/.test(statement.text)) told.push(committing.read(id));
            return rows;
          },
        }),
      ),
  };
  await step({ ...place, db: asking, committing });
  expect(told).toEqual([
    expect.objectContaining({ id, phase: 'writing', progress: { step: 'committing', done: 0, of: 2 } }),
  ]);
  expect(committing.read(id)).toBeUndefined();
  expect(await phase(id)).toBe('done');
});

test('folders of dead jobs are swept, those of living ones stay', async () => {
  const id = await waiting();
  await claimImport(db, randomUUID());
  const [living, dead] = [`${id}-12345678`, `${randomUUID()}-12345678`];
  for (const name of [living, dead]) await mkdir(join(scratchFolder, name));
  await sweepScratch(db, scratchFolder);
  expect(await readdir(scratchFolder)).toEqual([living]);
});
