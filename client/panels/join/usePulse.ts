import { useEffect, useState } from 'react';

const PULSE_MS = 180;

/** Rises from 0 to 1 and back once whenever `what` changes to something; stays 0 where the reader wants no motion. */
export function usePulse(what: string): number {
  const [swell, setSwell] = useState(0);
  useEffect(() => {
    if (what === '' || window.matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    const start = performance.now();
    let frame = requestAnimationFrame(function beat(now) {
      const share = Math.min(1, (now - start) / PULSE_MS);
      setSwell(Math.sin(share * Math.PI));
      if (share < 1) frame = requestAnimationFrame(beat);
      else setSwell(0);
    });
    return () => {
      cancelAnimationFrame(frame);
      setSwell(0);
    };
  }, [what]);
  return swell;
}
