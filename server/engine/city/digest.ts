const pair = new Float64Array(2);
const words = new Uint32Array(pair.buffer);

/** A 52-bit digest of numbers in order (two FNV-1a streams over 32-bit words): tells states apart, is no signature. */
export class Digest {
  private a = 0x811c9dc5;
  private b = 0x9e3779b9;

  add(word: number): void {
    this.a = Math.imul(this.a ^ word, 0x01000193);
    this.b = Math.imul(this.b ^ (word + (this.a >>> 15)), 0x85ebca6b);
  }

  addPair(x: number, y: number): void {
    pair[0] = x;
    pair[1] = y;
    for (const word of words) this.add(word);
  }

  value(): number {
    return (this.a >>> 0) * 0x100000 + ((this.b >>> 0) & 0xfffff);
  }
}
