/** A binary min-heap of whole numbers under keys, for shortest paths; it makes no objects. */
export class Heap {
  size = 0;
  private keys: Float64Array;
  private items: Int32Array;

  constructor(room = 64) {
    this.keys = new Float64Array(room);
    this.items = new Int32Array(room);
  }

  /** The smallest key waiting, Infinity when none waits. */
  leastKey(): number {
    return this.size === 0 ? Number.POSITIVE_INFINITY : (this.keys[0] as number);
  }

  clear(): void {
    this.size = 0;
  }

  push(key: number, item: number): void {
    if (this.size === this.keys.length) this.widen();
    const { keys, items } = this;
    let at = this.size++;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const parent = keys[above] as number;
      if (parent <= key) break;
      keys[at] = parent;
      items[at] = items[above] as number;
      at = above;
    }
    keys[at] = key;
    items[at] = item;
  }

  /** Takes out the item with the smallest key; -1 when none waits. Ask `leastKey` first where the key matters. */
  pop(): number {
    if (this.size === 0) return -1;
    const { keys, items } = this;
    const top = items[0] as number;
    const size = --this.size;
    const key = keys[size] as number;
    const item = items[size] as number;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= size) break;
      if (below + 1 < size && (keys[below + 1] as number) < (keys[below] as number)) below++;
      if ((keys[below] as number) >= key) break;
      keys[at] = keys[below] as number;
      items[at] = items[below] as number;
      at = below;
    }
    keys[at] = key;
    items[at] = item;
    return top;
  }

  private widen(): void {
    const keys = new Float64Array(this.keys.length * 2);
    const items = new Int32Array(this.items.length * 2);
    keys.set(this.keys);
    items.set(this.items);
    this.keys = keys;
    this.items = items;
  }
}
