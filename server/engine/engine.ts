import type { AppParts } from '../app';
import type { CaseOf } from '../db/parks/park-ground';
import { loadParkCase } from '../parks/park-case';
import type { NamedZone } from '../parks/zones';
import { type OpAnswer, type OpArgs, type OpName, ops } from './ops';

/** How an operation is asked: patient ones give way to those a person waits for; an aborted one is given up. */
export interface Asking {
  readonly patient?: boolean;
  readonly signal?: AbortSignal;
}

/** Works out whatever is asked about one park, over data that is current when it begins. */
export interface Engine {
  /** Null where there is no such park, or none of the picked parcels. */
  ask<N extends OpName>(op: N, of: CaseOf, args: OpArgs<N>, asking?: Asking): Promise<OpAnswer<N> | null>;
  close(): Promise<void>;
}

/** Opens the engine over a database. */
export function openEngine({ db, rulesets }: AppParts, zones: () => Promise<NamedZone[]>): Engine {
  return {
    ask: async <N extends OpName>(op: N, of: CaseOf, args: OpArgs<N>) => {
      const parkCase = await loadParkCase(db, of, rulesets.current);
      if (!parkCase) return null;
      const run = ops[op] as (parkCase: unknown, args: OpArgs<N>, context: unknown) => OpAnswer<N>;
      return run(parkCase, args, { zones: await zones() });
    },
    close: async () => undefined,
  };
}
