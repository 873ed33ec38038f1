import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Archive } from '../archive';
import { readPrj } from '../crs/read-prj';
import { decodeText, offeredEncodings, tellEncoding } from '../decode-text';
import { type FileBytes, fileBytes } from '../file-bytes';
import {
  type Failure,
  type FileAtHand,
  failure,
  type Layer,
  type RawFile,
  type RawRecord,
  type Warning,
} from '../raw-file';
import { headerBytes, openShapes, type Shape, type Shapes, shapeOfHeader } from './read-shapes';
import { fieldNames, isDeleted, openTable, readRow, type Table } from './read-table';
import { tellTableEncoding } from './tell-encoding';

const batchRecords = 1000;
const tableHeadBytes = 32;
/** The long ones are laid on disk, the others held in memory. */
const laid = ['shp', 'dbf'] as const;
const held = ['shx', 'prj', 'cpg'] as const;
type Parts = Record<(typeof laid)[number], FileBytes | null> & Record<(typeof held)[number], Uint8Array | null>;

/**
 * Reads a layer from a zipped shapefile; each .shp of the archive is one. Our own strict reader rather than GDAL: GDAL
 * passes over damaged records without a word and cannot say which record it was, and a bureau has to know that.
 */
export async function readShapefile(file: FileAtHand, archive: Archive): Promise<RawFile | Failure> {
  const layers = await layersIn(archive);
  const first = layers.find((each) => each.shape === 'polygon') ?? layers[0];
  const layer = file.layer === null ? first : layers.find((each) => each.name === file.layer);
  if (!layer) return failure('layer-missing', { file: file.fileName, layer: file.layer ?? '' });
  const found = await partsOf(archive, layer.name, file.folder);
  if ('ok' in found) return found;
  const { shp, shx, dbf, prj, cpg } = found;
  if (!dbf) return failure('shp-part-missing', { layer: layer.name, part: '.dbf' });
  const shapes = openShapes(shp ?? nothing, shx);
  if (!shapes.ok) {
    if (shapes.kind === 'unread-type') return failure('shp-type-unread', { layer: layer.name, type: shapes.type });
    return failure('shp-broken', { part: shapes.part, detail: shapes.detail });
  }
  const table = openTable(dbf);
  if (!table.ok) return failure('shp-broken', { part: '.dbf', detail: table.detail });
  if (table.rowCount !== shapes.count) {
    const index = shx ? shapes.count : 0;
    return failure('shp-counts-differ', { layer: layer.name, shapes: shapes.count, rows: table.rowCount, index });
  }
  if (table.rowCount === 0) return failure('no-records', { file: file.fileName });

  const encoding = tellTableEncoding(table, cpg ? decodeText(cpg, 'UTF-8') : null, file.encoding);
  const columns = fieldNames(table, encoding.name);
  return {
    ok: true,
    format: 'shapefile',
    layers,
    layer: layer.name,
    recordCount: table.rowCount,
    columns,
    encoding: encoding.name,
    encodingWhy: encoding.why,
    encodings: offeredEncodings,
    declared: prj ? readPrj(decodeText(prj, tellEncoding(prj, null).name)) : { kind: 'none' },
    warnings: warningsOf(shx !== null, prj !== null, table),
    batches: () => batchesOf(shapes, table, columns, encoding.name),
  };
}

function pathOf(archive: Archive, layer: string, extension: string): string | null {
  const path = `${layer.slice(0, -4)}.${extension}`.toLowerCase();
  return archive.names.find((each) => each.toLowerCase() === path) ?? null;
}

const nothing: FileBytes = { byteLength: 0, slice: () => new Uint8Array() };

async function partsOf(archive: Archive, layer: string, folder: string): Promise<Parts | Failure> {
  const found: Parts = { shp: null, shx: null, dbf: null, prj: null, cpg: null };
  for (const part of laid) {
    const path = pathOf(archive, layer, part);
    if (!path) continue;
    const to = join(folder, `layer.${part}`);
    await pipeline(archive.stream(path), createWriteStream(to, { mode: 0o600 }));
    found[part] = fileBytes(to);
  }
  for (const part of held) {
    const path = pathOf(archive, layer, part);
    if (!path) continue;
    const content = await archive.read(path);
    if (!content.ok) return content;
    found[part] = content.bytes;
  }
  return found;
}

/** Every .shp by its path, with its type and the row count of its table, read off the first bytes of each. */
async function layersIn(archive: Archive): Promise<Layer[]> {
  const layers: Layer[] = [];
  for (const name of archive.names.filter((each) => /\.shp$/i.test(each))) {
    const head = await headOf(archive, name, headerBytes);
    const table = pathOf(archive, name, 'dbf');
    const tableHead = table && (await headOf(archive, table, tableHeadBytes));
    const records = tableHead && tableHead.byteLength === tableHeadBytes ? tableHead.readUInt32LE(4) : null;
    layers.push({ name, records, shape: shapeOfHeader(head) ?? 'none' });
  }
  return layers;
}

/** The first bytes of an entry; fewer where it is shorter or damaged, which the reading itself will tell. */
async function headOf(archive: Archive, name: string, bytes: number): Promise<Buffer> {
  let head = Buffer.alloc(0);
  try {
    for await (const part of archive.stream(name)) {
      head = Buffer.concat([head, part]);
      if (head.byteLength >= bytes) break;
    }
  } catch {
    return head;
  }
  return head.subarray(0, bytes);
}

async function* batchesOf(
  shapes: Extract<Shapes, { ok: true }>,
  table: Table,
  columns: string[],
  encoding: string,
): AsyncGenerator<RawRecord[]> {
  for (let from = 0; from < table.rowCount; from += batchRecords) {
    const length = Math.min(batchRecords, table.rowCount - from);
    yield Array.from({ length }, (_, n) => recordOf(shapes.at(from + n), table, columns, from + n, encoding));
  }
}

function recordOf(shape: Shape, table: Table, columns: string[], row: number, encoding: string): RawRecord {
  const record = row + 1;
  const properties = readRow(table, columns, row, encoding);
  const geometry = shape.kind === 'geometry' ? shape.geometry : null;
  if (isDeleted(table, row)) return { record, geometry, properties, fault: { code: 'record-deleted', args: {} } };
  if (shape.kind !== 'damaged') return { record, geometry, properties };
  return { record, geometry, properties, fault: { code: 'record-damaged', args: { detail: shape.detail } } };
}

function warningsOf(hasIndex: boolean, hasPrj: boolean, table: Table): Warning[] {
  let deleted = 0;
  for (let row = 0; row < table.rowCount; row++) if (isDeleted(table, row)) deleted++;
  const warnings: Warning[] = [];
  if (!hasIndex) warnings.push({ code: 'shx-missing', args: {} });
  if (!hasPrj) warnings.push({ code: 'prj-missing', args: {} });
  if (deleted > 0) warnings.push({ code: 'records-deleted', args: { count: deleted } });
  return warnings;
}
