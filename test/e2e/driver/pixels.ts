import { inflateSync } from 'node:zlib';

export type Rgb = readonly [red: number, green: number, blue: number];

export interface Picture {
  width: number;
  height: number;
  at(x: number, y: number): Rgb;
}

const headBytes = 8;

/** Reads a PNG as Chromium writes its screenshots: 8 bits a channel, RGB or RGBA, not interlaced. */
export function readPng(png: Buffer): Picture {
  const packed: Buffer[] = [];
  for (let at = headBytes; at < png.length; ) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') packed.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const channels = png[25] === 6 ? 4 : 3;
  const rows = unfilter(inflateSync(Buffer.concat(packed)), width * channels, height, channels);
  return {
    width,
    height,
    at: (x, y) => {
      const from = (y * width + x) * channels;
      return [rows[from] ?? 0, rows[from + 1] ?? 0, rows[from + 2] ?? 0];
    },
  };
}

/** How many pixels, of those looked at in a grid of `step`, have each colour (`#rrggbb`). */
export function coloursOf(picture: Picture, step = 3): Map<string, number> {
  const counts = new Map<string, number>();
  for (let y = 0; y < picture.height; y += step)
    for (let x = 0; x < picture.width; x += step) {
      const name = hexOf(picture.at(x, y));
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  return counts;
}

/** A colour as `#rrggbb`. */
export const hexOf = (rgb: Rgb): string => `#${rgb.map((part) => part.toString(16).padStart(2, '0')).join('')}`;

/** Takes back what each PNG row was filtered with. */
function unfilter(raw: Buffer, rowBytes: number, height: number, channels: number): Buffer {
  const out = Buffer.alloc(rowBytes * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (rowBytes + 1)] ?? 0;
    for (let x = 0; x < rowBytes; x++) {
      const to = y * rowBytes + x;
      const left = x < channels ? 0 : (out[to - channels] ?? 0);
      const up = y === 0 ? 0 : (out[to - rowBytes] ?? 0);
      const corner = y === 0 || x < channels ? 0 : (out[to - rowBytes - channels] ?? 0);
      out[to] = (raw[y * (rowBytes + 1) + 1 + x] ?? 0) + guess(filter, left, up, corner);
    }
  }
  return out;
}

function guess(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) return 0;
  const estimate = left + up - corner;
  const [byLeft, byUp, byCorner] = [left, up, corner].map((value) => Math.abs(estimate - value)) as [
    number,
    number,
    number,
  ];
  if (byLeft <= byUp && byLeft <= byCorner) return left;
  return byUp <= byCorner ? up : corner;
}
