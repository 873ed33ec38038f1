import { type PointerEvent, useRef, useState } from 'react';

/** The three heights of the sheet as shares of the map area: a peek, half, nearly all. */
const heights = [0.16, 0.48, 0.9] as const;
const tapPixels = 6;
type Step = 0 | 1 | 2;

/** The height of the sheet: dragged freely, settling at the nearest of three, or stepped by a tap or a key. */
export function useHeights(areaOf: () => DOMRect | undefined, first: Step) {
  const [step, setStep] = useState<Step>(first);
  const [dragged, setDragged] = useState<number | null>(null);
  const start = useRef<number | null>(null);
  const wasDragged = useRef(false);
  const shareAt = (event: PointerEvent): number => {
    const area = areaOf();
    return area ? Math.min(0.95, Math.max(0.08, (area.bottom - event.clientY) / area.height)) : heights[step];
  };
  return {
    share: dragged ?? heights[step],
    dragging: dragged !== null,
    isTop: step === 2,
    raise: () => setStep((now) => (now === 0 ? 1 : now)),
    grip: {
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = event.clientY;
        wasDragged.current = false;
      },
      onPointerMove: (event: PointerEvent) => {
        if (start.current === null || Math.abs(event.clientY - start.current) < tapPixels) return;
        wasDragged.current = true;
        setDragged(shareAt(event));
      },
      onPointerUp: (event: PointerEvent) => {
        start.current = null;
        if (wasDragged.current) setStep(nearest(shareAt(event)));
        setDragged(null);
      },
      // a drag ends in a click too; only a tap or a key steps through the heights
      onClick: () => {
        if (!wasDragged.current) setStep((now) => ((now + 1) % heights.length) as Step);
        wasDragged.current = false;
      },
    },
  };
}

function nearest(share: number): Step {
  const away = heights.map((value) => Math.abs(value - share));
  return away.indexOf(Math.min(...away)) as Step;
}
