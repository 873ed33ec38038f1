import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type OutRow, polygonsOf } from '../table';

/** A column of the table that GDAL reads: its name, and its type as CSVT tells it (`String`, `Real(18.4)`…). */
export interface StagedField {
  readonly name: string;
  /** Asked for when all rows are written, since a width may follow from them. */
  readonly type: () => string;
}

/** Puts rows where GDAL reads them: CSV with WKT, and beside it the types. A cell is text, a number or null. */
export async function stageRows(
  folder: string,
  name: string,
  fields: readonly StagedField[],
  lines: AsyncIterable<readonly (readonly (string | number | null)[])[]>,
  signal: AbortSignal,
): Promise<void> {
  const file = createWriteStream(join(folder, `${name}.csv`), { mode: 0o600 });
  await pipeline(Readable.from(text(['WKT', ...fields.map((field) => field.name)], lines)), file, { signal });
  await writeFile(join(folder, `${name}.csvt`), ['WKT', ...fields.map((field) => field.type())].join(','));
}

async function* text(
  head: readonly string[],
  lines: AsyncIterable<readonly (readonly (string | number | null)[])[]>,
): AsyncGenerator<string> {
  yield `${head.map(quoted).join(',')}\n`;
  for await (const rows of lines) yield rows.map((cells) => `${cells.map(quoted).join(',')}\n`).join('');
}

const quoted = (cell: string | number | null): string =>
  cell === null ? '' : `"${String(cell).replaceAll('"', '""').replaceAll('\0', '')}"`;

/** Ground as WKT, always as a multi-polygon where it is an area. */
export function wktOf(shape: OutRow['shape']): string | null {
  if (!shape) return null;
  if (shape.type === 'Point') return `POINT(${position(shape.coordinates)})`;
  const polygons = polygonsOf(shape).map((rings) => `(${rings.map((ring) => `(${ring.map(position)})`).join(',')})`);
  return `MULTIPOLYGON(${polygons.join(',')})`;
}

const position = ([x, y]: readonly number[]): string => `${x} ${y}`;
