import { useSyncExternalStore } from 'react';

/** One value that the map tells and components read. */
export class Watched<T> {
  private listeners = new Set<() => void>();
  constructor(public value: T) {}
  set(value: T): void {
    if (Object.is(value, this.value)) return;
    this.value = value;
    for (const listener of this.listeners) listener();
  }
  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };
}

/** The value as state. */
export const useWatched = <T>(watched: Watched<T>): T => useSyncExternalStore(watched.subscribe, () => watched.value);
