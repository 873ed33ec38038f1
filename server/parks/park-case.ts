import { createHash } from 'node:crypto';
import type { Areal } from '../../data/contract';
import type { Ruleset } from '../../data/contract/ruleset';
import type { PlotInput } from '../core/fabric/fabric';
import type { GapRuling } from '../core/pieces/judge-gap';
import type { Between, Surrounding } from '../core/pieces/surroundings';
import type { CaseFirm } from '../db/engine/list-city-firms';

/** A parcel of a park, with the bureau's number. */
export interface Member extends PlotInput {
  readonly number: string;
}

/** Somebody else's parcel near a park. */
export interface Neighbour extends Member {
  /** Whether no official park has it. */
  readonly free: boolean;
  /** Yuan; null where no price is known. */
  readonly priceCny?: number | null | undefined;
}

/** Everything about one park that its verdicts are computed from: plain values, the same that a caller may send. */
export interface ParkCase {
  readonly park: string;
  readonly members: readonly Member[];
  /** Null where nobody knows what lies between the plots. */
  readonly between: Between | null;
  readonly redLine: Areal | null;
  readonly rulings: readonly GapRuling[];
  /** With yearly output: for the core only. */
  readonly firms: readonly CaseFirm[];
  /** Other people's parcels beside the park, within the gap tolerance of a member: what may be leftover plots. */
  readonly beside: readonly Neighbour[];
  /** Corridors and planning edges near by; null where they are not known to be complete. */
  readonly edges: readonly Surrounding[] | null;
  /** Parcels in and around the hull of the park: what may join its pieces. Not kept with a verdict. */
  readonly around?: readonly Neighbour[] | undefined;
  /** Names the state of everything above; without it the values themselves do. */
  readonly signature?: string | undefined;
}

/** The case as it is kept with a verdict: plain values that replay it. */
export type KeptCase = Omit<ParkCase, 'between' | 'around' | 'signature'> & {
  readonly between: readonly Surrounding[] | null;
};

/** Names the inputs of a case: equal inputs under equal rules give the same name, in whichever process. */
export function caseVersion(parkCase: ParkCase, ruleset: Ruleset): string {
  const { signature, ...inputs } = parkCase;
  return createHash('sha256')
    .update(JSON.stringify([ruleset.id, signature ?? inputs]))
    .digest('base64url')
    .slice(0, 24);
}
