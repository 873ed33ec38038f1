import type { FlatRings } from './lay';

const signature = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1');
const headBytes = signature.length + 8;
const firstBytes = 1 << 20;
const endOfRows = -1;
const absent = -1;
const ewkbMultiPolygon = 6;
const ewkbPolygon = 3;
const ewkbHasSrid = 0x20000000;

/** Writes rows in the binary form of PostgreSQL's COPY; `take` hands over what has been written since the last time. */
export class BinaryRows {
  private buffer = Buffer.allocUnsafe(firstBytes);
  private at = 0;

  constructor() {
    this.at += signature.copy(this.buffer);
    this.buffer.fill(0, this.at, headBytes);
    this.at = headBytes;
  }

  get length(): number {
    return this.at;
  }

  row(fields: number): void {
    this.room(2);
    this.at = this.buffer.writeInt16BE(fields, this.at);
  }

  bigint(value: number): void {
    this.room(12);
    this.at = this.buffer.writeInt32BE(8, this.at);
    this.at = this.buffer.writeBigInt64BE(BigInt(value), this.at);
  }

  double(value: number): void {
    this.room(12);
    this.at = this.buffer.writeInt32BE(8, this.at);
    this.at = this.buffer.writeDoubleBE(value, this.at);
  }

  boolean(value: boolean): void {
    this.room(5);
    this.at = this.buffer.writeInt32BE(1, this.at);
    this.at = this.buffer.writeUInt8(value ? 1 : 0, this.at);
  }

  /** Text of ASCII characters. */
  text(value: string): void {
    this.room(4 + value.length);
    this.at = this.buffer.writeInt32BE(value.length, this.at);
    this.at += this.buffer.write(value, this.at, 'latin1');
  }

  /** A numeric of so many ten-thousands, below 10,000 of them twice over; null where unknown. */
  tenThousands(value: number | null): void {
    this.room(16);
    if (value === null) {
      this.at = this.buffer.writeInt32BE(absent, this.at);
      return;
    }
    const base = 10_000;
    const digits = value < base ? [value] : [Math.floor(value / base), value % base];
    this.at = this.buffer.writeInt32BE(8 + digits.length * 2, this.at);
    for (const part of [digits.length, digits.length, 0, 0, ...digits])
      this.at = this.buffer.writeInt16BE(part, this.at);
  }

  /** One polygon, as a multipolygon with its SRID (EWKB, little-endian). */
  multiPolygon(rings: FlatRings, srid: number): void {
    const points = rings.reduce((sum, ring) => sum + ring.byteLength + 4, 0);
    const bytes = 13 + 9 + points;
    this.room(4 + bytes);
    this.at = this.buffer.writeInt32BE(bytes, this.at);
    this.at = this.buffer.writeUInt8(1, this.at);
    this.at = this.buffer.writeUInt32LE(ewkbMultiPolygon + ewkbHasSrid, this.at);
    this.at = this.buffer.writeUInt32LE(srid, this.at);
    this.at = this.buffer.writeUInt32LE(1, this.at);
    this.at = this.buffer.writeUInt8(1, this.at);
    this.at = this.buffer.writeUInt32LE(ewkbPolygon, this.at);
    this.at = this.buffer.writeUInt32LE(rings.length, this.at);
    for (const ring of rings) {
      this.at = this.buffer.writeUInt32LE(ring.length / 2, this.at);
      for (const value of ring) this.at = this.buffer.writeDoubleLE(value, this.at);
    }
  }

  /** Says that no row follows. */
  end(): void {
    this.row(endOfRows);
  }

  take(): Buffer {
    const taken = this.buffer.subarray(0, this.at);
    this.buffer = Buffer.allocUnsafe(Math.max(firstBytes, taken.length * 2));
    this.at = 0;
    return taken;
  }

  private room(bytes: number): void {
    if (this.at + bytes <= this.buffer.length) return;
    const wider = Buffer.allocUnsafe((this.at + bytes) * 2);
    this.buffer.copy(wider, 0, 0, this.at);
    this.buffer = wider;
  }
}
