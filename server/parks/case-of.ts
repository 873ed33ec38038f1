/** Which parks are asked about: saved ones by id, or parcels picked and not saved. */
export type CaseOf = { parks: readonly string[] } | { parcels: readonly string[] };

/** The park name under which picked parcels stand. */
export const PICKED = 'picked';
