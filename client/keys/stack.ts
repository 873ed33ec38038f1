import { type ShortcutId, shortcutOf } from './table';

/** Answers false to let the handler below it have the key. */
export type KeyHandler = () => boolean | undefined;

interface Registration {
  readonly id: ShortcutId;
  readonly run: KeyHandler;
}

/** A stack of key handlers: what opened last hears first, which is what Esc needs. */
export interface KeyStack {
  /** Adds a handler; the answer removes it. */
  add(id: ShortcutId, run: KeyHandler): () => void;
  /** Whether anybody listens for the shortcut now. */
  hears(id: ShortcutId): boolean;
  /** Gives a key press to the topmost handler that takes it; says whether one did. */
  press(event: KeyboardEvent): boolean;
}

const FIELD =
  'input:not([type="range"], [type="radio"], [type="checkbox"]), textarea, select, [contenteditable=""], [contenteditable="true"], [role="combobox"]';
/** A list, a slider or a menu has its own use for Esc and arrows; letters stay free. */
const DIALOG = '[role="dialog"], [role="menu"]';

/** Builds an empty stack. Keys are silent while a field has focus, and while a dialog has it. */
export function createKeyStack(): KeyStack {
  const registrations: Registration[] = [];
  return {
    add(id, run) {
      const registration = { id, run };
      registrations.push(registration);
      return () => {
        const at = registrations.indexOf(registration);
        if (at >= 0) registrations.splice(at, 1);
      };
    },
    hears: (id) => registrations.some((r) => r.id === id),
    press(event) {
      if (event.defaultPrevented || isBusy(event.target)) return false;
      const id = shortcutOf(event);
      if (id === null) return false;
      for (const registration of [...registrations].reverse()) {
        if (registration.id !== id || registration.run() === false) continue;
        event.preventDefault();
        return true;
      }
      return false;
    },
  };
}

function isBusy(target: EventTarget | null): boolean {
  const element = target as { closest?: (selector: string) => unknown } | null;
  return Boolean(element?.closest?.(FIELD) ?? element?.closest?.(DIALOG));
}
