/** Union-find over the places of a list: who has been joined with whom. */
export class Groups {
  private readonly parent: Int32Array;

  constructor(count: number) {
    this.parent = Int32Array.from({ length: count }, (_, i) => i);
  }

  /** The place that stands for i's group. */
  find(i: number): number {
    let root = i;
    while (this.parent[root] !== root) root = this.parent[root] as number;
    for (let at = i; at !== root; ) {
      const up = this.parent[at] as number;
      this.parent[at] = root;
      at = up;
    }
    return root;
  }

  /** Joins two groups; false if they were one already. The lower place stands for both. */
  join(i: number, j: number): boolean {
    const a = this.find(i);
    const b = this.find(j);
    if (a === b) return false;
    this.parent[Math.max(a, b)] = Math.min(a, b);
    return true;
  }

  /** Whether two places are in one group. */
  same(i: number, j: number): boolean {
    return this.find(i) === this.find(j);
  }

  /** The groups as lists of places, in order of their first member. */
  members(): number[][] {
    const lists = new Map<number, number[]>();
    for (let i = 0; i < this.parent.length; i++) {
      const root = this.find(i);
      const list = lists.get(root);
      if (list) list.push(i);
      else lists.set(root, [i]);
    }
    return [...lists.values()];
  }
}
