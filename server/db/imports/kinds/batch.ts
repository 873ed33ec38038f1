/** Bounds of a batch of records: from `first` up to, not including, `next`. */
export interface Batch {
  first: number;
  next: number | null;
}

/** SQL of the accepted records of a batch that are not written yet; $1 the import, $2 and $3 its bounds. */
export const BATCH = `
  select * from import_record
  where import = $1 and code is null and outcome is null and record >= $2::int and ($3::int is null or record < $3::int)`;

/** SQL of all accepted records of the import $1. */
export const ACCEPTED = 'select * from import_record where import = $1 and code is null';
