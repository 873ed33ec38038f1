/** Collects conditions of a WHERE clause together with the values they bind. */
export interface Conditions {
  /** Adds a condition; each `?` in it stands for the next of the values. */
  add(text: string, ...bound: unknown[]): void;
  /** Binds one more value outside the conditions and answers its placeholder. */
  bind(value: unknown): string;
  /** `where ...`, or nothing when no condition was added. */
  readonly clause: string;
  readonly values: readonly unknown[];
}

/** Starts an empty collection of conditions; values are bound, never spliced into the text. */
export function conditions(): Conditions {
  const texts: string[] = [];
  const values: unknown[] = [];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  return {
    add: (text, ...bound) => {
      const waiting = [...bound];
      texts.push(text.replace(/\?/g, () => bind(waiting.shift())));
    },
    bind,
    get clause() {
      return texts.length ? `where ${texts.join(' and ')}` : '';
    },
    values,
  };
}

/** Splits a comma separated query parameter; null when it was not given. */
export function listed(text: string | undefined): string[] | null {
  return text === undefined ? null : text.split(',').filter(Boolean);
}

/** Makes a text match itself inside LIKE (whose escape is the backslash). */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
}
