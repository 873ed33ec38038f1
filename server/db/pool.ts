import type { z } from 'zod';

/** A statement as it goes to the server: every value bound, never spliced into the text. */
export interface Statement {
  readonly text: string;
  readonly values?: readonly unknown[];
}

export interface QueryOptions {
  /** Milliseconds the statement may run; 0 means no deadline (migrations, loading). Defaults to the database's own. */
  readonly deadlineMs?: number;
}

/** Whatever answers statements: the database itself or an open transaction. */
export interface Queryable {
  /** Answers the rows, each checked by `schema` where one is given. */
  query<T = Record<string, unknown>>(
    statement: Statement,
    schema?: z.ZodType<T> | null,
    options?: QueryOptions,
  ): Promise<T[]>;
}

/** An open transaction; it must not be asked after the function that was given it has ended. */
export type Tx = Queryable;

/** The one door to PostgreSQL, embedded or native. */
export interface Db extends Queryable {
  readonly kind: 'embedded' | 'native';
  /** Runs `fn` in one transaction: commits when it resolves, rolls back when it rejects. Ask `tx`, not the database, inside. */
  transaction<T>(fn: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Tells a person, in one short line, what is being done. */
export type Progress = (line: { zh: string; en: string }) => void;
