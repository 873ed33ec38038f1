import { AsyncLocalStorage } from 'node:async_hooks';
import type { PoolClient } from 'pg';
import type { z } from 'zod';
import { DatabaseError } from './database-error';
import type { Db, QueryOptions, Statement, Tx } from './pool';

/** What differs between the embedded and the native database. */
export interface Backend {
  readonly kind: Db['kind'];
  readonly defaultDeadlineMs: number;
  acquire(): Promise<PoolClient>;
  /**
   * Runs one statement under a deadline (0 = none, null = whichever holds) and answers its rows, turning a lost
   * connection into a DatabaseError.
   */
  run(client: PoolClient, statement: Statement, deadlineMs: number | null): Promise<unknown[]>;
  close(): Promise<void>;
}

/** Makes the one `Db` of the program out of either backend. */
export function dbOver(backend: Backend): Db {
  /** The embedded database has one session: asking it from inside a transaction past `tx` would wait for ever. */
  const inside = new AsyncLocalStorage<true>();
  const enter = (): Promise<PoolClient> => {
    if (inside.getStore()) throw new Error('Inside a transaction only the transaction itself may be asked');
    return backend.acquire();
  };

  const ask = async <T>(
    client: PoolClient,
    statement: Statement,
    schema?: z.ZodType<T> | null,
    options?: QueryOptions,
  ) => {
    const rows = await backend.run(client, statement, options?.deadlineMs ?? backend.defaultDeadlineMs);
    return schema ? rows.map((row) => schema.parse(row)) : (rows as T[]);
  };

  return {
    kind: backend.kind,
    close: () => backend.close(),
    async query(statement, schema, options) {
      const client = await enter();
      let broken = true;
      try {
        const rows = await ask(client, statement, schema, options);
        broken = false;
        return rows;
      } catch (error) {
        broken = isBroken(error);
        throw error;
      } finally {
        client.release(broken);
      }
    },
    async transaction(fn) {
      const client = await enter();
      const tx: Tx = { query: (statement, schema, options) => ask(client, statement, schema, options) };
      let broken = true;
      try {
        await backend.run(client, { text: 'BEGIN' }, backend.defaultDeadlineMs);
        const answer = await inside.run(true, () => fn(tx));
        await backend.run(client, { text: 'COMMIT' }, null);
        broken = false;
        return answer;
      } catch (error) {
        broken = isBroken(error) || !(await rolledBack(backend, client));
        throw error;
      } finally {
        client.release(broken);
      }
    },
  };
}

/** An error that says nothing about the statement leaves the connection's state unknown. */
function isBroken(error: unknown): boolean {
  return error instanceof DatabaseError;
}

async function rolledBack(backend: Backend, client: PoolClient): Promise<boolean> {
  try {
    await backend.run(client, { text: 'ROLLBACK' }, null);
    return true;
  } catch {
    return false;
  }
}
