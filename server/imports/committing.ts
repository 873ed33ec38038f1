import type { ImportRow } from '../db/imports/read-import';
import type { Db } from '../db/pool';

/** An import that this process is writing in one transaction, and how to tell how far it is. */
type Told = () => ImportRow;

/**
 * Imports that this process is writing. An embedded database has one session: until their transaction ends nothing else
 * of them can be read from it, so what is asked meanwhile is answered from here.
 */
export interface Committing {
  /** The import with its progress of this moment; undefined where it must be read from the database. */
  read: (id: string) => ImportRow | undefined;
  during: <T>(id: string, told: Told, act: () => Promise<T>) => Promise<T>;
}

/** Opens the list; over a database that answers several at once it stays empty. */
export function openCommitting({ kind }: Pick<Db, 'kind'>): Committing {
  const writing = new Map<string, Told>();
  return {
    read: (id) => writing.get(id)?.(),
    during: async (id, told, act) => {
      if (kind === 'embedded') writing.set(id, told);
      try {
        return await act();
      } finally {
        writing.delete(id);
      }
    },
  };
}
