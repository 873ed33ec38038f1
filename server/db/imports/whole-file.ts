import type { QueryOptions } from '../pool';

/** A statement over every record of a large file may take its time. */
export const wholeFile: QueryOptions = { deadlineMs: 10 * 60_000 };
