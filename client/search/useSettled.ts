import { useEffect, useState } from 'react';

/** The value once it has rested for `restMs`, so that a quick hand asks one question instead of twenty. */
export function useSettled<T>(value: T, restMs: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), restMs);
    return () => clearTimeout(timer);
  }, [value, restMs]);
  return settled;
}
