import { useEffect } from 'react';
import type { Draw } from './draw';
import { useMapHand } from './hand';

/** Keeps deck.gl layers above the map for as long as the component stands; null draws nothing. */
export function useOverlay(name: string, draw: Draw | null): void {
  const hand = useMapHand();
  useEffect(() => hand.setOverlay(name, draw), [hand, name, draw]);
  useEffect(() => () => hand.setOverlay(name, null), [hand, name]);
}
