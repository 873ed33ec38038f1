const NEVER = Number.POSITIVE_INFINITY;

/** Labels (a node and a set of terminals) with what is known of each, kept only for those that come up. */
export class LabelTable {
  count = 0;
  nodes: Int32Array = new Int32Array(1024);
  sets: Int32Array = new Int32Array(1024);
  costs = new Float64Array(1024);
  /** What the rest costs at least; below 0 until it is known. */
  rests = new Float64Array(1024);
  /** The labels a label was reached from, -1 for none. */
  froms: Int32Array = new Int32Array(1024);
  ands: Int32Array = new Int32Array(1024);
  /** The label settled before at the same node. */
  befores: Int32Array = new Int32Array(1024);
  settled = new Uint8Array(1024);
  private slots = new Int32Array(4096).fill(-1);

  /** The place of a label; a new one costs Infinity. */
  at(node: number, set: number): number {
    const last = this.slots.length - 1;
    let slot = hashed(node, set) & last;
    for (let label = this.slots[slot] as number; label >= 0; label = this.slots[slot] as number) {
      if (this.nodes[label] === node && this.sets[label] === set) return label;
      slot = (slot + 1) & last;
    }
    if (this.count === this.nodes.length) this.widen();
    const label = this.count++;
    this.nodes[label] = node;
    this.sets[label] = set;
    this.costs[label] = NEVER;
    this.rests[label] = -1;
    this.slots[slot] = label;
    if (this.count * 2 > this.slots.length) this.rehash();
    return label;
  }

  private widen(): void {
    const room = this.nodes.length * 2;
    const ints = (old: Int32Array): Int32Array => widened(old, new Int32Array(room));
    this.nodes = ints(this.nodes);
    this.sets = ints(this.sets);
    this.froms = ints(this.froms);
    this.ands = ints(this.ands);
    this.befores = ints(this.befores);
    this.costs = widened(this.costs, new Float64Array(room));
    this.rests = widened(this.rests, new Float64Array(room));
    this.settled = widened(this.settled, new Uint8Array(room));
  }

  private rehash(): void {
    this.slots = new Int32Array(this.slots.length * 2).fill(-1);
    const last = this.slots.length - 1;
    for (let label = 0; label < this.count; label++) {
      let slot = hashed(this.nodes[label] as number, this.sets[label] as number) & last;
      while ((this.slots[slot] as number) >= 0) slot = (slot + 1) & last;
      this.slots[slot] = label;
    }
  }
}

function hashed(node: number, set: number): number {
  const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(set, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}

function widened<T extends Int32Array | Float64Array | Uint8Array>(old: T, wider: T): T {
  wider.set(old);
  return wider;
}
