import { rm } from 'node:fs/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { openEmbedded } from '../../server/db/embedded/open';
import { copyTemplate } from '../support/template';

const folder = await copyTemplate('tables');
const opened = await openEmbedded(folder, { deadlineMs: 1_500 });
if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
const { db, pid } = opened;
await db.query({ text: 'create table kept (n int primary key)' });

afterAll(async () => {
  await db.close();
  await rm(folder, { recursive: true, force: true });
});

const numbersKept = async (): Promise<number[]> =>
  (await db.query<{ n: number }>({ text: 'select n from kept order by n' })).map((row) => row.n);

describe('the lock', () => {
  test('refuses a second start and names the process that holds the data', async () => {
    const second = await openEmbedded(folder, { deadlineMs: 1_500 });
    expect(second).toMatchObject({ ok: false, refusal: { code: 'locked', holder: { pid: pid() } } });
  });
});

describe('the values that come back', () => {
  test('are numbers where a number can hold them, and days as text', async () => {
    const text = `select 41::int8 as whole, 9007199254740993::int8 as huge, 1.25::numeric as exact,
      date '2025-02-28' as day, array[1, 2]::int8[] as wholes, array[date '2025-01-01'] as days, '\\x00ff'::bytea as bytes`;
    const [row] = await db.query({ text });
    expect(row).toEqual({
      whole: 41,
      huge: '9007199254740993',
      exact: 1.25,
      day: '2025-02-28',
      wholes: [1, 2],
      days: ['2025-01-01'],
      bytes: Buffer.from([0, 255]),
    });
  });
});

describe('a transaction', () => {
  test('is taken back whole when its function fails', async () => {
    const broken = db.transaction(async (tx) => {
      await tx.query({ text: 'insert into kept values (900)' });
      throw new Error('changed my mind');
    });
    await expect(broken).rejects.toThrow('changed my mind');
    expect(await numbersKept()).not.toContain(900);
  });

  test('refuses a question that goes past it, which would wait for ever', async () => {
    const past = db.transaction(() => db.query({ text: 'select 1' }));
    await expect(past).rejects.toThrow('Inside a transaction');
    expect(await db.query({ text: 'select 1 as one' })).toEqual([{ one: 1 }]);
  });

  test('holds questions from outside until it ends', async () => {
    const order: string[] = [];
    await Promise.all([
      db.transaction(async (tx) => {
        await tx.query({ text: 'insert into kept values (901)' });
        await tx.query({ text: 'delete from kept where n = 901' });
        order.push('transaction');
      }),
      numbersKept().then((numbers) => order.push(`outside saw ${numbers.includes(901)}`)),
    ]);
    expect(order).toEqual(['transaction', 'outside saw false']);
  });
});

describe('the deadline', () => {
  test('ends a statement that runs too long; the next one is answered and nothing is lost', async () => {
    await db.query({ text: 'insert into kept values (1)' });
    const endless = db.query({ text: 'select count(*) from generate_series(1, 2000000000)' });
    const behind = numbersKept();
    await expect(endless).rejects.toMatchObject({ code: 'deadline-exceeded' });
    expect(await behind).toContain(1);
  });

  test('may be set longer, or left out, for one statement', async () => {
    const text = 'select count(*) as n from generate_series(1, 100000)';
    expect(await db.query({ text }, null, { deadlineMs: 0 })).toEqual([{ n: 100_000 }]);
    await expect(db.query({ text: 'select pg_sleep(3)' }, null, { deadlineMs: 200 })).rejects.toMatchObject({
      code: 'deadline-exceeded',
    });
  });

  test('takes an open transaction back', async () => {
    const late = db.transaction(async (tx) => {
      await tx.query({ text: 'insert into kept values (2)' });
      await tx.query({ text: 'select count(*) from generate_series(1, 2000000000)' });
    });
    await expect(late).rejects.toMatchObject({ code: 'deadline-exceeded' });
    expect(await numbersKept()).not.toContain(2);
  });
});

describe('kill -9 of the database process', () => {
  test('loses no acknowledged row, however often', async () => {
    const acknowledged: number[] = [];
    for (const round of [10, 20, 30]) {
      for (let n = round; n < round + 5; n++) {
        await db.query({ text: 'insert into kept values ($1)', values: [n] });
        acknowledged.push(n);
      }
      const under = db.query({ text: 'select count(*) from generate_series(1, 2000000000)' });
      process.kill(pid() ?? 0, 'SIGKILL');
      await expect(under).rejects.toMatchObject({ code: 'database-away' });
      expect(await numbersKept()).toEqual(expect.arrayContaining(acknowledged));
    }
  });

  test('again and again in a short time ends in a clear word, not in an endless loop', async () => {
    const own = await copyTemplate('tables');
    const other = await openEmbedded(own, { deadlineMs: 1_000 });
    if (!other.ok) throw new Error(JSON.stringify(other.refusal));
    let last: unknown;
    for (let tries = 0; tries < 12 && !/times in a minute/.test(String(last)); tries++) {
      const killed = other.pid();
      if (killed) process.kill(killed, 'SIGKILL');
      last = await other.db.query({ text: 'select 1' }).catch((error: unknown) => error);
    }
    expect(String(last)).toContain('times in a minute');
    await other.db.close();
    await rm(own, { recursive: true, force: true });
  });
});
