const codes: ReadonlySet<string | undefined> = new Set([
  'ERR_STREAM_PREMATURE_CLOSE',
  'ERR_STREAM_DESTROYED',
  'ECONNRESET',
  'EPIPE',
]);

/** Whether an error only says that the browser went away in the middle: its connection is closed and nobody is to be told. */
export function isGoneAway(error: { code?: string; message: string }, isClosed: boolean): boolean {
  return isClosed && (codes.has(error.code) || /^(premature close|aborted)$/i.test(error.message));
}
