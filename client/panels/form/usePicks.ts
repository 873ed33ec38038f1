import { useCallback, useState } from 'react';
import { addressNow, go, useAddress } from '../../url';
import { addPicks, EMPTY_TRAIL, remember, removePicks, stepBack, stepForward, togglePick } from './picks';

/** The picked parcels: what is picked lives in the address, the way back and forward in the component. */
export function usePicks() {
  const [{ picks }] = useAddress();
  const [trail, setTrail] = useState(EMPTY_TRAIL);
  const change = useCallback((step: (now: readonly string[]) => readonly string[]) => {
    const now = addressNow().picks;
    const next = step(now);
    if (next === now) return;
    setTrail((held) => remember(held, now));
    show(next);
  }, []);
  const undo = useCallback(() => travel(stepBack(trail, addressNow().picks), setTrail), [trail]);
  const redo = useCallback(() => travel(stepForward(trail, addressNow().picks), setTrail), [trail]);
  return {
    picks,
    add: useCallback((ids: readonly string[]) => change((now) => addPicks(now, ids)), [change]),
    remove: useCallback((ids: readonly string[]) => change((now) => removePicks(now, ids)), [change]),
    toggle: useCallback((id: string) => change((now) => togglePick(now, id)), [change]),
    clear: useCallback(() => change((now) => (now.length === 0 ? now : [])), [change]),
    undo,
    redo,
    canUndo: trail.past.length > 0,
    canRedo: trail.future.length > 0,
  };
}
export type Picks = ReturnType<typeof usePicks>;

const show = (picks: readonly string[]) => go({ picks: [...picks] }, { replace: true });

function travel(step: ReturnType<typeof stepBack>, setTrail: (trail: typeof EMPTY_TRAIL) => void): boolean {
  if (step === null) return false;
  setTrail(step.trail);
  show(step.now);
  return true;
}
