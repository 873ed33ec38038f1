import { useSyncExternalStore } from 'react';

const query = window.matchMedia('(max-width: 899px)');
const subscribe = (listener: () => void) => {
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
};

/** True under 900 px, where the map comes first and one sheet rises from below. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => query.matches);
