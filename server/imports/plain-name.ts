/** A name as columns are told apart by it: half-width, trimmed, in lower case. */
export const plainName = (name: string): string => name.normalize('NFKC').trim().toLowerCase();
