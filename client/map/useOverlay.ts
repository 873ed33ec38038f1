import type { Layer } from '@deck.gl/core';
import { useEffect } from 'react';
import { useMapHand } from './hand';

/** Keeps deck.gl layers above the map for as long as the component stands. */
export function useOverlay(name: string, layers: Layer[]): void {
  const hand = useMapHand();
  useEffect(() => hand.setOverlay(name, layers), [hand, name, layers]);
  useEffect(() => () => hand.setOverlay(name, null), [hand, name]);
}
