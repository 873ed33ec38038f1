import type { ParkCase } from '../parks/park-case';
import type { NamedZone } from '../parks/zones';
import { judge, judgeToJoin } from './ops/judge';
import { refresh } from './ops/refresh';

/** What every operation may look at beside the case: the units' outlines. */
export interface OpContext {
  readonly zones: readonly NamedZone[];
}

/**
 * Everything that is worked out about one park, by name. An operation is pure: a case and plain arguments in, a plain
 * answer out; both cross a thread, so neither holds classes or functions.
 */
export const ops = {
  judge,
  judgeToJoin,
  refresh,
} satisfies Record<string, (parkCase: ParkCase, args: never, context: OpContext) => unknown>;

export type OpName = keyof typeof ops;
export type OpArgs<N extends OpName> = Parameters<(typeof ops)[N]>[1];
export type OpAnswer<N extends OpName> = ReturnType<(typeof ops)[N]>;
