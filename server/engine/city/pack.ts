import Flatbush from 'flatbush';
import type { CityCrs } from '../../core/fabric/city-crs';
import { Digest } from './digest';
import type { Ground, PackedGround } from './ground';

/** Parcels as one statement of the database hands them over: concatenated binary values in order of ids. */
export interface ParcelChunk {
  /** Eight bytes each, big-endian. */
  readonly ids: Buffer;
  /** Little-endian WKB of multipolygons in degrees. */
  readonly shapes: Uint8Array;
  /** Float64, big-endian; NaN where unknown. */
  readonly prices: Uint8Array;
  /** UTF-8, each ended by a zero byte. */
  readonly numbers: Uint8Array;
}

/** Coordinates are kept to ten decimals, a hundredth of a millimetre, as every answer gives them. */
const DECIMALS = 1e10;
const MULTIPOLYGON = 6;
const NODE_SIZE = 16;

interface Packing {
  ids: number[];
  partOf: number[];
  ringOf: number[];
  pointOf: number[];
  degrees: Growing;
  metres: Growing;
  prices: number[];
  digests: number[];
  numberOf: number[];
  numbers: Uint8Array[];
  numberBytes: number;
}

/** Parcels being packed. */
export interface PackingGround {
  /** Takes in one chunk; chunks come in order of ids. */
  add(chunk: ParcelChunk): void;
  /** The packed ground; `removed` are ids that are gone. */
  finish(removed?: readonly number[]): PackedGround;
}

/** Packs parcels chunk by chunk into memory that threads share. */
export function openPacking(crs: CityCrs): PackingGround {
  const packing = open();
  return {
    add: (chunk) => addChunk(packing, chunk, crs),
    finish: (removed = []) => finish(packing, removed),
  };
}

function open(): Packing {
  return {
    ids: [],
    partOf: [0],
    ringOf: [0],
    pointOf: [0],
    degrees: new Growing(),
    metres: new Growing(),
    prices: [],
    digests: [],
    numberOf: [0],
    numbers: [],
    numberBytes: 0,
  };
}

function addChunk(packing: Packing, chunk: ParcelChunk, crs: CityCrs): void {
  const ids = viewOf(chunk.ids);
  const prices = viewOf(chunk.prices);
  const shapes = viewOf(chunk.shapes);
  let at = 0;
  let numberAt = 0;
  for (let i = 0; i < ids.byteLength; i += 8) {
    packing.ids.push(Number(ids.getBigInt64(i)));
    packing.prices.push(prices.getFloat64(i));
    const ends = chunk.numbers.indexOf(0, numberAt);
    const digest = new Digest();
    for (let byte = numberAt; byte < ends; byte++) digest.add(chunk.numbers[byte] as number);
    packing.numberOf.push(packing.numberBytes + ends - numberAt);
    packing.numberBytes += ends - numberAt;
    packing.numbers.push(chunk.numbers.subarray(numberAt, ends));
    numberAt = ends + 1;
    at = addShape(packing, shapes, at, crs, digest);
    packing.partOf.push(packing.ringOf.length - 1);
    packing.digests.push(digest.value());
  }
}

/** Reads one multipolygon that begins at `offset` and answers where it ends. */
function addShape(packing: Packing, view: DataView, offset: number, crs: CityCrs, digest: Digest): number {
  if (view.getUint32(offset + 1, true) !== MULTIPOLYGON) throw new Error('a parcel is not a multipolygon');
  const polygons = view.getUint32(offset + 5, true);
  let at = offset + 9;
  for (let polygon = 0; polygon < polygons; polygon++) {
    const rings = view.getUint32(at + 5, true);
    at += 9;
    for (let ring = 0; ring < rings; ring++) {
      const points = view.getUint32(at, true);
      addRing(packing, view, at + 4, points, crs, digest);
      at += 4 + points * 16;
    }
    packing.ringOf.push(packing.pointOf.length - 1);
  }
  return at;
}

/** Points that fall on the one before, and the closing one, are dropped as `shapeOfRings` drops them. */
function addRing(packing: Packing, view: DataView, from: number, points: number, crs: CityCrs, digest: Digest): void {
  const { degrees, metres } = packing;
  const first = metres.length;
  const at = { x: 0, y: 0 };
  for (let point = 0; point < points; point++) {
    const longitude = Math.round(view.getFloat64(from + point * 16, true) * DECIMALS) / DECIMALS;
    const latitude = Math.round(view.getFloat64(from + point * 16 + 8, true) * DECIMALS) / DECIMALS;
    at.x = longitude;
    at.y = latitude;
    crs.project(at);
    const { x, y } = at;
    if (metres.length > first && metres.lastIs(x, y)) continue;
    if (point === points - 1 && metres.length > first + 2 && metres.isAt(first, x, y)) break;
    metres.push(x, y);
    degrees.push(longitude, latitude);
    digest.addPair(longitude, latitude);
  }
  digest.add(7);
  packing.pointOf.push(metres.length / 2);
}

function finish(packing: Packing, removed: readonly number[]): PackedGround {
  const { ids, ringOf } = packing;
  if (ids.some((id, i) => i > 0 && id <= (ids[i - 1] as number))) throw new Error('parcels are not in order');
  const metres = packing.metres.shared();
  const pointOf = sharedInts(packing.pointOf);
  const numbers = new Uint8Array(new SharedArrayBuffer(packing.numberBytes));
  for (const [i, bytes] of packing.numbers.entries()) numbers.set(bytes, packing.numberOf[i]);
  const rings = sharedInts(ringOf);
  return {
    ids: sharedFloats(ids),
    partOf: sharedInts(packing.partOf),
    ringOf: rings,
    pointOf,
    degrees: packing.degrees.shared(),
    metres,
    prices: sharedFloats(packing.prices),
    digests: sharedFloats(packing.digests),
    numberOf: sharedInts(packing.numberOf),
    numbers,
    removed: sharedFloats([...removed].sort((a, b) => a - b)),
    index: indexParts(rings, pointOf, metres),
  };
}

/** Indexes the boxes of all parts in shared memory. */
function indexParts(ringOf: Int32Array, pointOf: Int32Array, metres: Float64Array): SharedArrayBuffer | null {
  const parts = ringOf.length - 1;
  if (parts === 0) return null;
  const index = new Flatbush(parts, NODE_SIZE, Float64Array, SharedArrayBuffer);
  for (let part = 0; part < parts; part++) {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    const from = pointOf[ringOf[part] as number] as number;
    const to = pointOf[ringOf[part + 1] as number] as number;
    for (let at = from * 2; at < to * 2; at += 2) {
      const x = metres[at] as number;
      const y = metres[at + 1] as number;
      if (x < west) west = x;
      if (x > east) east = x;
      if (y < south) south = y;
      if (y > north) north = y;
    }
    index.add(west, south, east, north);
  }
  index.finish();
  return index.data as SharedArrayBuffer;
}

/** Packs several grounds, the newest last, into one: of each parcel the newest state, without those that are gone. */
export function mergeGrounds(grounds: readonly Ground[]): PackedGround {
  const packing = open();
  const at = grounds.map(() => 0);
  for (;;) {
    let id = Infinity;
    for (const [i, { packed }] of grounds.entries()) id = Math.min(id, packed.ids[at[i] as number] ?? Infinity);
    if (id === Infinity) return finish(packing, []);
    const newest = grounds.findLast((ground) => ground.decides(id));
    const place = newest?.placeOf(id) ?? -1;
    if (newest && place >= 0) copyParcel(packing, newest.packed, place);
    for (const [i, { packed }] of grounds.entries())
      if (packed.ids[at[i] as number] === id) at[i] = (at[i] as number) + 1;
  }
}

function copyParcel(packing: Packing, from: PackedGround, place: number): void {
  packing.ids.push(from.ids[place] as number);
  packing.prices.push(from.prices[place] as number);
  packing.digests.push(from.digests[place] as number);
  const number = from.numbers.slice(from.numberOf[place], from.numberOf[place + 1]);
  packing.numbers.push(number);
  packing.numberBytes += number.length;
  packing.numberOf.push(packing.numberBytes);
  for (let part = from.partOf[place] as number; part < (from.partOf[place + 1] as number); part++) {
    for (let ring = from.ringOf[part] as number; ring < (from.ringOf[part + 1] as number); ring++) {
      for (let point = from.pointOf[ring] as number; point < (from.pointOf[ring + 1] as number); point++) {
        packing.metres.push(from.metres[point * 2] as number, from.metres[point * 2 + 1] as number);
        packing.degrees.push(from.degrees[point * 2] as number, from.degrees[point * 2 + 1] as number);
      }
      packing.pointOf.push(packing.metres.length / 2);
    }
    packing.ringOf.push(packing.pointOf.length - 1);
  }
  packing.partOf.push(packing.ringOf.length - 1);
}

function sharedFloats(values: ArrayLike<number>): Float64Array {
  const shared = new Float64Array(new SharedArrayBuffer(values.length * 8));
  shared.set(values);
  return shared;
}

function sharedInts(values: ArrayLike<number>): Int32Array {
  const shared = new Int32Array(new SharedArrayBuffer(values.length * 4));
  shared.set(values);
  return shared;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

const FIRST_PAIRS = 1024;

/** Pairs of numbers that grow in place. */
class Growing {
  length = 0;
  private values = new Float64Array(FIRST_PAIRS * 2);

  push(x: number, y: number): void {
    if (this.length + 2 > this.values.length) {
      const wider = new Float64Array(this.values.length * 2);
      wider.set(this.values);
      this.values = wider;
    }
    this.values[this.length++] = x;
    this.values[this.length++] = y;
  }

  isAt(place: number, x: number, y: number): boolean {
    return this.values[place] === x && this.values[place + 1] === y;
  }

  lastIs(x: number, y: number): boolean {
    return this.isAt(this.length - 2, x, y);
  }

  shared(): Float64Array {
    return sharedFloats(this.values.subarray(0, this.length));
  }
}
