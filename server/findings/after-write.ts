import type { Outcome } from '../operations/perform';

/** What follows a write once it is committed: the findings of the parks it touched. */
export type AfterWrite = (outcome: Outcome) => Promise<void>;
