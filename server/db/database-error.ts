/** Why the database gave no answer although the statement was sound. */
type DatabaseErrorCode = 'deadline-exceeded' | 'database-away';

/** Rejects a query that ran past its deadline or lost its database; the caller may ask again, nothing was half-written. */
export class DatabaseError extends Error {
  readonly code: DatabaseErrorCode;

  constructor(code: DatabaseErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'DatabaseError';
    this.code = code;
  }
}
