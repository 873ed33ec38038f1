import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Plots a row holds for a square city of so many. */
const perRow = (parcels: number): number => Math.ceil(Math.sqrt(parcels));
/** Plots of about 36 by 30 m whose corners are off the lattice, each corner known to all that meet there. */
const stepLongitude = 0.000_36;
const stepLatitude = 0.000_27;
const jitterShare = 0.3;
const centre = { longitude: 118.5, latitude: 24.9 };
const uses = ['工业用地', '商业用地', '住宅用地', '教育用地', '公园绿地'];
const linesAtOnce = 500;

/** Writes so many invented plots as GeoJSONSeq: the same seed draws the same fabric on every machine. */
export async function writeFabric(path: string, parcels: number, seed: number): Promise<void> {
  await pipeline(Readable.from(lines(parcels, seed)), createWriteStream(path));
}

function* lines(parcels: number, seed: number): Generator<string> {
  const columns = perRow(parcels);
  const at = (column: number, row: number): [number, number] => {
    const [east, north] = [jitterAt(column, row, seed), jitterAt(column, row, seed + 1)];
    return [
      rounded(centre.longitude + (column - columns / 2 + east) * stepLongitude),
      rounded(centre.latitude + (row - columns / 2 + north) * stepLatitude),
    ];
  };
  let text = '';
  for (let n = 0; n < parcels; n++) {
    const [column, row] = [n % columns, Math.floor(n / columns)];
    const ring = [at(column, row), at(column + 1, row), at(column + 1, row + 1), at(column, row + 1), at(column, row)];
    const properties = {
      DKBH: `BM-${String(n).padStart(7, '0')}`,
      DKMC: `试验地块${n}`,
      DKMJ: 1080,
      TDYT: uses[n % uses.length],
      QSXZ: n % 3 === 0 ? '集体' : '国有',
    };
    text += `${JSON.stringify({ type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [ring] } })}\n`;
    if (n % linesAtOnce === linesAtOnce - 1) {
      yield text;
      text = '';
    }
  }
  if (text) yield text;
}

/** A number from the place of a corner, within the jitter to either side. */
function jitterAt(column: number, row: number, seed: number): number {
  let mixed = Math.imul(column + 1, 374_761_393) ^ Math.imul(row + 1, 668_265_263) ^ Math.imul(seed, 2_147_483_647);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 1_274_126_177);
  return (((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32 - 0.5) * jitterShare;
}

const rounded = (degrees: number): number => Math.round(degrees * 1e8) / 1e8;
