import { useSyncExternalStore } from 'react';

const key = 'yuantu.actor';
const changed = 'yuantu:actor';

/** The name under which this browser writes; null until its reader has given one. */
export function actorNow(): string | null {
  return window.localStorage.getItem(key);
}

/** Keeps the reader's name in the browser; an empty one is forgotten. */
export function setActor(name: string): void {
  const trimmed = name.trim().slice(0, 60);
  if (trimmed) window.localStorage.setItem(key, trimmed);
  else window.localStorage.removeItem(key);
  window.dispatchEvent(new Event(changed));
}

function subscribe(listener: () => void): () => void {
  window.addEventListener(changed, listener);
  window.addEventListener('storage', listener);
  return () => {
    window.removeEventListener(changed, listener);
    window.removeEventListener('storage', listener);
  };
}

/** The name under which this browser writes, as state. */
export const useActor = (): string | null => useSyncExternalStore(subscribe, actorNow);

const asked = 'yuantu:ask-actor';
let waiting: ((name: string | null) => void)[] = [];

/** Asks the reader for a name when a write needs one; answers the name, or null when the reader puts it off. */
export function askActor(): Promise<string | null> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    window.dispatchEvent(new Event(asked));
  });
}

/** Tells the component that asks when somebody waits for a name. */
export function onAskActor(listener: () => void): () => void {
  window.addEventListener(asked, listener);
  return () => window.removeEventListener(asked, listener);
}

/** Gives the answer to everybody who waits. */
export function answerActor(name: string | null): void {
  const all = waiting;
  waiting = [];
  for (const resolve of all) resolve(name);
}
