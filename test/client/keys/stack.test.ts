import { describe, expect, it } from 'vitest';
import { createKeyStack } from '../../../client/keys/stack';
import { SHORTCUTS, shortcutOf } from '../../../client/keys/table';

const press = (key: string, rest: Partial<Record<'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey', boolean>> = {}) => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...rest,
});
const event = (key: string, inside: string | null = null) => {
  const target = { closest: (selector: string) => (inside && selector.includes(inside) ? {} : null) };
  const seen = { prevented: false };
  return {
    ...press(key),
    defaultPrevented: false,
    target,
    preventDefault: () => {
      seen.prevented = true;
    },
    seen,
  } as unknown as KeyboardEvent & { seen: { prevented: boolean } };
};

describe('shortcuts', () => {
  it.each([
    ['/', {}, 'search'],
    ['P', {}, 'pick'],
    ['z', {}, 'undo'],
    ['Z', { shiftKey: true }, 'redo'],
    ['?', { shiftKey: true }, 'help'],
    ['Escape', {}, 'back'],
    ['z', { ctrlKey: true }, null],
    ['q', {}, null],
  ])('%s %o means %s', (key, rest, id) => expect(shortcutOf(press(key, rest))).toBe(id));

  it('gives every key to one shortcut', () => {
    const keys = SHORTCUTS.filter((s) => s.key).map((s) => `${s.key}/${s.shift ?? ''}`);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('the stack of handlers', () => {
  it('lets what opened last hear first, and pass on what it does not take', () => {
    const stack = createKeyStack();
    const heard: string[] = [];
    stack.add('back', () => {
      heard.push('shell');
      return true;
    });
    const leave = stack.add('back', () => {
      heard.push('tool');
      return heard.length === 1;
    });
    stack.press(event('Escape'));
    stack.press(event('Escape'));
    leave();
    stack.press(event('Escape'));
    expect(heard).toEqual(['tool', 'tool', 'shell', 'shell']);
  });

  it('is silent while a field or a dialog has the focus', () => {
    const stack = createKeyStack();
    let heard = 0;
    stack.add('pick', () => {
      heard += 1;
      return true;
    });
    expect(stack.press(event('p', 'input'))).toBe(false);
    expect(stack.press(event('p', '[role="dialog"]'))).toBe(false);
    const free = event('p');
    expect(stack.press(free)).toBe(true);
    expect(free.seen.prevented).toBe(true);
    expect(heard).toBe(1);
  });
});
