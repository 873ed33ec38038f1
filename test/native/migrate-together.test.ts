import { afterAll, expect, test } from 'vitest';
import { migrate, readMigrations } from '../../server/db/migrate';
import { createNative, openNativeTest } from '../support/native-database';

const { url, drop } = await createNative('nothing');
const [first, second] = await Promise.all([openNativeTest(url, 10_000), openNativeTest(url, 10_000)]);
afterAll(async () => {
  await Promise.all([first.close(), second.close()]);
  await drop();
});

test('two processes that start at once on one database migrate it once', async () => {
  const answers = await Promise.all([migrate(first), migrate(second)]);
  const applied = answers.flatMap((answer) => (answer.ok ? answer.applied : [JSON.stringify(answer)]));
  expect(applied.sort()).toEqual((await readMigrations()).map((migration) => migration.name));
});
