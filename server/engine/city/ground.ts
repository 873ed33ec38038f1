import Flatbush from 'flatbush';

/**
 * Parcels packed flat, in memory that threads share. Parcel i has parts `partOf[i]` to `partOf[i + 1]`, a part its rings
 * by `ringOf`, a ring its points by `pointOf`; points are x, y pairs, in degrees (CGCS2000) and in metres of the city
 * CRS, without the closing point. Parcels stand in order of their ids.
 */
export interface PackedGround {
  readonly ids: Float64Array;
  readonly partOf: Int32Array;
  readonly ringOf: Int32Array;
  readonly pointOf: Int32Array;
  readonly degrees: Float64Array;
  readonly metres: Float64Array;
  /** Yuan; NaN where no price is known. */
  readonly prices: Float64Array;
  /** Tells one state of a parcel from another: a digest of its number and coordinates. */
  readonly digests: Float64Array;
  readonly numberOf: Int32Array;
  /** UTF-8. */
  readonly numbers: Uint8Array;
  /** Parcels that an older ground holds and that are gone, in order. */
  readonly removed: Float64Array;
  /** Flatbush over the boxes of the parts, in metres; null of none. */
  readonly index: SharedArrayBuffer | null;
}

const text = new TextDecoder();

/** One packed ground, ready to be asked. */
export class Ground {
  readonly packed: PackedGround;
  readonly index: Flatbush | null;
  private readonly parcelOfPart: Int32Array;

  constructor(packed: PackedGround) {
    this.packed = packed;
    this.index = packed.index && Flatbush.from(packed.index);
    this.parcelOfPart = new Int32Array(packed.ringOf.length - 1);
    for (let parcel = 0; parcel < packed.ids.length; parcel++)
      this.parcelOfPart.fill(parcel, packed.partOf[parcel], packed.partOf[parcel + 1]);
  }

  /** Place of a parcel by id; -1 if it is not here. */
  placeOf(id: number): number {
    return find(this.packed.ids, id);
  }

  /** Whether this ground has the last word on a parcel: holds it, or says that it is gone. */
  decides(id: number): boolean {
    return find(this.packed.ids, id) >= 0 || find(this.packed.removed, id) >= 0;
  }

  /** Places of the parcels with a part in a box (metres), each once, in order. */
  within(west: number, south: number, east: number, north: number): number[] {
    const places = new Set<number>();
    this.index?.search(west, south, east, north, (part) => {
      places.add(this.parcelOfPart[part] as number);
      return false;
    });
    return [...places].sort((a, b) => a - b);
  }

  /** The bureau's number of the parcel at a place. */
  numberAt(place: number): string {
    const { numbers, numberOf } = this.packed;
    return text.decode(numbers.slice(numberOf[place], numberOf[place + 1]));
  }

  /** Bytes that this ground keeps. */
  get byteLength(): number {
    return bytesOf(this.packed);
  }
}

/** Bytes of a packed ground. */
export function bytesOf(packed: PackedGround): number {
  return Object.values(packed).reduce<number>(
    (sum, array: { byteLength: number } | null) => sum + (array?.byteLength ?? 0),
    0,
  );
}

function find(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = sorted[middle] as number;
    if (at === value) return middle;
    if (at < value) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
