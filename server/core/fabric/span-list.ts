/** Spans this near to each other, in metres, are one. */
const SEAM_METRES = 1e-9;

/** Spans of edges, three numbers each: the edge's place, and from where to where along it in metres. */
export class SpanList {
  numbers = new Float64Array(192);
  count = 0;

  add(place: number, from: number, to: number): void {
    if (this.count * 3 === this.numbers.length) {
      const larger = new Float64Array(this.count * 6);
      larger.set(this.numbers);
      this.numbers = larger;
    }
    this.set(this.count++, place, from, to);
  }

  /** Sorts the spans from number `first` on by edge and place, and makes one of those that meet. */
  merge(first: number): void {
    if (this.count - first < 2) return;
    this.sort(first);
    const { numbers } = this;
    let last = first;
    for (let k = first + 1; k < this.count; k++) {
      const place = numbers[k * 3] as number;
      const from = numbers[k * 3 + 1] as number;
      const to = numbers[k * 3 + 2] as number;
      if (place === numbers[last * 3] && from <= (numbers[last * 3 + 2] as number) + SEAM_METRES)
        numbers[last * 3 + 2] = Math.max(numbers[last * 3 + 2] as number, to);
      else this.set(++last, place, from, to);
    }
    this.count = last + 1;
  }

  /** Their total length in metres from number `first` on. */
  metres(first: number): number {
    let sum = 0;
    for (let k = first; k < this.count; k++)
      sum += (this.numbers[k * 3 + 2] as number) - (this.numbers[k * 3 + 1] as number);
    return sum;
  }

  private sort(first: number): void {
    if (this.count - first > 200) this.sortMany(first);
    const { numbers } = this;
    for (let k = first + 1; k < this.count; k++) {
      const place = numbers[k * 3] as number;
      const from = numbers[k * 3 + 1] as number;
      const to = numbers[k * 3 + 2] as number;
      let at = k;
      for (; at > first && isAfter(numbers, at - 1, place, from); at--) numbers.copyWithin(at * 3, at * 3 - 3, at * 3);
      this.set(at, place, from, to);
    }
  }

  private sortMany(first: number): void {
    const spans = Array.from({ length: this.count - first }, (_, k) => {
      const at = (first + k) * 3;
      return [...this.numbers.subarray(at, at + 3)] as [number, number, number];
    });
    spans.sort((p, q) => p[0] - q[0] || p[1] - q[1]);
    for (const [k, [place, from, to]] of spans.entries()) this.set(first + k, place, from, to);
  }

  private set(k: number, place: number, from: number, to: number): void {
    this.numbers[k * 3] = place;
    this.numbers[k * 3 + 1] = from;
    this.numbers[k * 3 + 2] = to;
  }
}

function isAfter(numbers: Float64Array, k: number, place: number, from: number): boolean {
  const before = numbers[k * 3] as number;
  return before > place || (before === place && (numbers[k * 3 + 1] as number) > from);
}
