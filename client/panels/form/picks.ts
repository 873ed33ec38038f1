/** Picked parcel ids with the way back and the way forward. `now` lives in the address, the rest in the component. */
export interface PickTrail {
  readonly past: readonly (readonly string[])[];
  readonly future: readonly (readonly string[])[];
}

export const EMPTY_TRAIL: PickTrail = { past: [], future: [] };
const TRAIL_LENGTH = 200;

/** Adds ids that are not picked yet, keeping the order of picking. */
export function addPicks(now: readonly string[], ids: readonly string[]): readonly string[] {
  const seen = new Set(now);
  const fresh = [...new Set(ids)].filter((id) => !seen.has(id));
  return fresh.length === 0 ? now : [...now, ...fresh];
}

/** Takes ids out. */
export function removePicks(now: readonly string[], ids: readonly string[]): readonly string[] {
  const gone = new Set(ids);
  const kept = now.filter((id) => !gone.has(id));
  return kept.length === now.length ? now : kept;
}

/** Picks an id that is not picked, or lets a picked one go. */
export const togglePick = (now: readonly string[], id: string): readonly string[] =>
  now.includes(id) ? removePicks(now, [id]) : addPicks(now, [id]);

/** Remembers where the picks stood before a change. */
export const remember = (trail: PickTrail, before: readonly string[]): PickTrail => ({
  past: [...trail.past, before].slice(-TRAIL_LENGTH),
  future: [],
});

/** One step back: what to show and the trail left, or null at the start. */
export function stepBack(trail: PickTrail, now: readonly string[]) {
  const before = trail.past.at(-1);
  if (before === undefined) return null;
  return { now: before, trail: { past: trail.past.slice(0, -1), future: [now, ...trail.future] } };
}

/** One step forward again, or null at the end. */
export function stepForward(trail: PickTrail, now: readonly string[]) {
  const [after, ...future] = trail.future;
  if (after === undefined) return null;
  return { now: after, trail: { past: [...trail.past, now], future } };
}
