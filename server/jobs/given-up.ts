/** Ends a job that is no longer ours to do: cancelled, taken by another process, or the server is closing. */
export class GivenUp extends Error {}
