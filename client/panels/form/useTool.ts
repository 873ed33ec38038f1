import { area } from '@turf/area';
import { useCallback, useEffect, useState } from 'react';
import type { Polygon } from '../../../data/contract';
import { useKey } from '../../keys/useKey';
import { type MapMode, useMapHand } from '../../map/hand';

/** What a form can hold; measuring lies over it and is not its own. */
export type Tool = Exclude<MapMode, 'measure'>;

interface Handlers {
  onPick: (parcelId: string) => void;
  onOutline: (outline: Polygon) => void;
}

/**
 * The tool in hand: entered and left by the same key or button, dropped by Esc one step at a time. Reports the area
 * of the outline under the hand, in m² on a sphere, good enough to steer by.
 */
export function useTool(first: Tool, handlers: Handlers) {
  const hand = useMapHand();
  const [tool, setTool] = useState<Tool>(first);
  const [outlineSquareMetres, setOutline] = useState<number | null>(null);
  const { onPick, onOutline } = handlers;
  useEffect(() => {
    hand.setMode(tool, {
      onPick,
      onOutline: (outline) => setOutline(outline && area(outline as Parameters<typeof area>[0])),
      onFinish: (outline) => {
        setOutline(null);
        onOutline(outline);
      },
    });
  }, [hand, tool, onPick, onOutline]);
  useEffect(() => () => hand.setMode('none'), [hand]);
  const take = useCallback((next: Tool) => {
    setOutline(null);
    setTool((now) => (now === next ? 'none' : next));
    return true;
  }, []);
  useKey('pick', () => take('pick'));
  useKey('draw', () => take('draw'));
  useKey('back', () => {
    if (tool === 'none') return false;
    if (!hand.dropOutline()) take(tool);
    setOutline(null);
    return true;
  });
  return { tool, take, outlineSquareMetres };
}
