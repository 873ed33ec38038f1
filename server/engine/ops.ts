import type { Ruleset } from '../../data/contract/ruleset';
import type { ParkCase } from '../parks/park-case';
import type { NamedZone } from '../parks/zones';
import { cap } from './ops/cap';
import { join } from './ops/join';
import { judge, judgeToJoin } from './ops/judge';
import { refresh } from './ops/refresh';
import { verdicts } from './ops/verdicts';
import { version } from './ops/version';
import { whatIf } from './ops/what-if';
import { why } from './ops/why';

/** What every operation may look at beside the case. */
export interface OpContext {
  /** The units' outlines. */
  readonly zones: readonly NamedZone[];
  /** The same case with more parcels as members. */
  readonly with: (parcels: readonly string[]) => ParkCase;
  /** The same case as far as another ruleset reaches. */
  readonly under: (ruleset: Ruleset) => ParkCase;
}

/**
 * Everything that is worked out about one park, by name. An operation is pure: a case and plain arguments in, a plain
 * answer out; both cross a thread, so neither holds classes or functions.
 */
export const ops = {
  cap,
  join,
  judge,
  judgeToJoin,
  refresh,
  verdicts,
  version,
  whatIf,
  why,
} satisfies Record<string, (parkCase: ParkCase, args: never, context: OpContext) => unknown>;

export type OpName = keyof typeof ops;
export type OpArgs<N extends OpName> = Parameters<(typeof ops)[N]>[1];
export type OpAnswer<N extends OpName> = ReturnType<(typeof ops)[N]>;
