/** A binary min-heap of items under keys, for shortest paths and best-first searches. */
export interface Heap<T> {
  /** How many items wait. */
  size(): number;
  /** The smallest key waiting, Infinity when none waits. */
  leastKey(): number;
  push(key: number, item: T): void;
  /** Takes out the item with the smallest key. */
  pop(): { key: number; item: T } | undefined;
}

/** Makes an empty heap; among equal keys the order is fixed but not that of arrival. */
export function createHeap<T>(): Heap<T> {
  const entries: { key: number; item: T }[] = [];

  function push(key: number, item: T): void {
    const entry = { key, item };
    let at = entries.push(entry) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const parent = entries[above];
      if (!parent || parent.key <= key) break;
      entries[at] = parent;
      at = above;
    }
    entries[at] = entry;
  }

  function pop(): { key: number; item: T } | undefined {
    const top = entries[0];
    const last = entries.pop();
    if (!last || entries.length === 0) return top;
    sink(last);
    return top;
  }

  function sink(entry: { key: number; item: T }): void {
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      const right = left + 1;
      const leftKey = entries[left]?.key ?? Number.POSITIVE_INFINITY;
      const rightKey = entries[right]?.key ?? Number.POSITIVE_INFINITY;
      const below = rightKey < leftKey ? right : left;
      const child = entries[below];
      if (!child || child.key >= entry.key) break;
      entries[at] = child;
      at = below;
    }
    entries[at] = entry;
  }

  return { size: () => entries.length, leastKey: () => entries[0]?.key ?? Number.POSITIVE_INFINITY, push, pop };
}
