import { useEffect, useRef } from 'react';
import type { Bbox } from '../../data/contract';
import { addressNow } from '../url';
import { useMapHand } from './hand';

/** Brings the map to what a link names when the link says nothing of the view; once, as soon as its place is known. */
export function useGoThere(bbox: Bbox | undefined, maxZoom?: number): void {
  const hand = useMapHand();
  const waits = useRef(addressNow().view === null);
  useEffect(() => {
    if (!bbox || !waits.current) return;
    waits.current = false;
    hand.fit(bbox, maxZoom);
  }, [hand, bbox, maxZoom]);
}
