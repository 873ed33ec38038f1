import { useEffect, useRef } from 'react';
import { createKeyStack, type KeyHandler, type KeyStack } from './stack';
import type { ShortcutId } from './table';

const stack: KeyStack = createKeyStack();
let listening = false;

/** Runs `handler` on a shortcut for as long as the component stands and `enabled` holds; the latest mounted hears first. */
export function useKey(id: ShortcutId, handler: KeyHandler, enabled = true): void {
  const latest = useRef(handler);
  latest.current = handler;
  useEffect(() => {
    if (!enabled) return;
    listen();
    return stack.add(id, () => latest.current());
  }, [id, enabled]);
}

/** Whether a shortcut does something on the screen as it stands. */
export const isHeard = (id: ShortcutId): boolean => stack.hears(id);

function listen(): void {
  if (listening) return;
  listening = true;
  document.addEventListener('keydown', (event) => stack.press(event));
}
