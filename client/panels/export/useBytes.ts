import { useCallback } from 'react';
import { useFormat } from '../../text/format';

const KILO = 1024;

/** Says a size in the unit that fits it. */
export function useBytes(): (bytes: number) => string {
  const format = useFormat();
  return useCallback(
    (bytes) => {
      if (bytes < KILO * KILO) return `${format.number(Math.max(1, bytes / KILO))} KB`;
      return `${format.number(bytes / KILO / KILO, bytes < 10 * KILO * KILO ? 1 : 0)} MB`;
    },
    [format],
  );
}
