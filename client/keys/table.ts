/** What a key is for; the list of shortcuts and the listener both read this table. */
export type ShortcutId =
  | 'search'
  | 'faceWorkbench'
  | 'facePitch'
  | 'faceOverview'
  | 'layers'
  | 'pick'
  | 'draw'
  | 'join'
  | 'measure'
  | 'next'
  | 'previous'
  | 'undo'
  | 'redo'
  | 'pan'
  | 'zoom'
  | 'back'
  | 'help';

export interface Shortcut {
  readonly id: ShortcutId;
  /** Keys as printed on the keyboard, shown in the list. */
  readonly shown: readonly string[];
  /** `KeyboardEvent.key`, lower case; absent where the map itself listens. */
  readonly key?: string;
  readonly shift?: boolean;
  readonly group: 'go' | 'work' | 'map';
}

export const SHORTCUTS: readonly Shortcut[] = [
  { id: 'search', shown: ['/'], key: '/', group: 'go' },
  { id: 'faceWorkbench', shown: ['1'], key: '1', group: 'go' },
  { id: 'facePitch', shown: ['2'], key: '2', group: 'go' },
  { id: 'faceOverview', shown: ['3'], key: '3', group: 'go' },
  { id: 'layers', shown: ['L'], key: 'l', group: 'go' },
  { id: 'help', shown: ['?'], key: '?', group: 'go' },
  { id: 'back', shown: ['Esc'], key: 'escape', group: 'go' },
  { id: 'pick', shown: ['P'], key: 'p', group: 'work' },
  { id: 'draw', shown: ['D'], key: 'd', group: 'work' },
  { id: 'join', shown: ['J'], key: 'j', group: 'work' },
  { id: 'measure', shown: ['M'], key: 'm', group: 'work' },
  { id: 'next', shown: ['N'], key: 'n', group: 'work' },
  { id: 'previous', shown: ['B'], key: 'b', group: 'work' },
  { id: 'undo', shown: ['Z'], key: 'z', shift: false, group: 'work' },
  { id: 'redo', shown: ['Shift', 'Z'], key: 'z', shift: true, group: 'work' },
  { id: 'pan', shown: ['←', '↑', '→', '↓'], group: 'map' },
  { id: 'zoom', shown: ['+', '-'], group: 'map' },
];

interface Pressed {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** Names the shortcut that a key press means, or null; presses with Ctrl, Alt or Meta belong to the browser. */
export function shortcutOf(pressed: Pressed): ShortcutId | null {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return null;
  const key = pressed.key.toLowerCase();
  const hit = SHORTCUTS.find((s) => s.key === key && (s.shift === undefined || s.shift === pressed.shiftKey));
  return hit?.id ?? null;
}
