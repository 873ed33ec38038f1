import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { noteFile, storeChunk } from '../../server/db/files/store-file';
import { beatImport, claimImport } from '../../server/db/imports/claim-import';
import { createImport } from '../../server/db/imports/create-import';
import { cancelImport, orderWriting } from '../../server/db/imports/order-import';
import type { Db, Tx } from '../../server/db/pool';
import { openCommitting } from '../../server/imports/committing';
import { runImport } from '../../server/imports/run-import';
import { GivenUp } from '../../server/jobs/given-up';
import { collection, where } from '../fixtures/parcels';
import { createNative, openNativeTest } from '../support/native-database';

const { url, drop } = await createNative('facts');
const [db, other] = await Promise.all([openNativeTest(url, 10_000), openNativeTest(url, 10_000)]);
const scratchFolder = await mkdtemp(join(tmpdir(), 'yuantu-cancel-'));
afterAll(async () => {
  await Promise.all([db.close(), other.close()]);
  await drop();
  await rm(scratchFolder, { recursive: true, force: true });
});

const place = (on: Db) => ({
  db: on,
  planningExtent: where.planning,
  localMeridian: where.localMeridian,
  scratchFolder,
  recordsAtMost: 100,
  minutesAtMost: 10,
  overlapSeconds: 60,
  committing: openCommitting(on),
});

/** A database that does something after each statement that writes parcels, within the transaction. */
function after(act: () => Promise<void>): Db {
  const watched = (tx: Tx): Tx => ({
    query: async (statement, schema, options) => {
      const rows = await tx.query(statement, schema, options);
      if (/insert into parcel\b/.test(statement.text)) await act();
      return rows;
    },
  });
  return { ...db, transaction: (fn) => db.transaction((tx) => fn(watched(tx))) };
}

async function claimed(id: string) {
  const claim = randomUUID();
  const job = await claimImport(db, claim);
  if (job?.id !== id) throw new Error('another import was claimed');
  return { claim, job };
}

test('while one process writes, another sees how far it is and gives the import up: then nothing of it stands', async () => {
  const bytes = collection([{}, {}]);
  await noteFile(db, 'content', bytes.byteLength);
  await storeChunk(db, 'content', 0, bytes);
  const id = randomUUID();
  await createImport(db, { id, actor: 'a', fileName: 'f.geojson', sha256: 'content' });
  const reading = await claimed(id);
  await runImport(place(db), reading.job, reading.claim, new AbortController().signal);
  await orderWriting(db, id, { crs: '4326' });
  const writing = await claimed(id);

  let givenUp: Promise<boolean> | null = null;
  const phase = async () =>
    (await other.query<{ phase: string }>({ text: 'select phase from import where id = $1', values: [id] }))[0]?.phase;
  const written = runImport(
    place(
      after(async () => {
        expect(await beatImport(other, id, writing.claim, { step: 'committing', done: 2, of: 2 })).toBe(true);
        givenUp = cancelImport(other, id);
        await vi.waitFor(async () => expect(await phase()).toBe('cancelled'), { timeout: 5_000 });
      }),
    ),
    writing.job,
    writing.claim,
    new AbortController().signal,
  );
  await expect(written).rejects.toThrow(GivenUp);
  expect(await givenUp).toBe(true);
  for (const table of ['parcel', 'import_record'])
    expect(await db.query({ text: `select count(*)::int as n from ${table}` })).toEqual([{ n: 0 }]);
});
