import { openArchive } from '../archive';
import { readPrj } from '../crs/read-prj';
import { decodeText, offeredEncodings, tellEncoding } from '../decode-text';
import { type Failure, failure, inBatches, type RawFile, type RawRecord, type Warning } from '../raw-file';
import { assemblePolygons } from './assemble-polygons';
import { readShapes, type Shape } from './read-shapes';
import { fieldNames, isDeleted, openTable, readRow, type Table } from './read-table';
import { tellTableEncoding } from './tell-encoding';

const partPattern = /\.(shp|shx|dbf|prj|cpg)$/i;
const shownNames = 8;

/**
 * Reads one polygon layer from a zipped shapefile. Our own strict reader rather than GDAL: GDAL passes over damaged
 * records without a word and cannot say which record it was, and a bureau has to know that.
 */
export async function readShapefile(
  bytes: Uint8Array,
  fileName: string,
  asked: string | null,
): Promise<RawFile | Failure> {
  const archive = await openArchive(bytes, fileName, (name) => partPattern.test(name));
  if (!archive.ok) return archive;
  const layers = archive.names.filter((name) => /\.shp$/i.test(name));
  const [layer] = layers;
  if (layer === undefined) return failure('zip-without-shapefile', { found: listed(archive.names) });
  if (layers.length > 1) return failure('zip-several-layers', { found: listed(layers) });

  const part = (extension: string): Uint8Array | null => {
    const path = `${layer.slice(0, -4)}.${extension}`.toLowerCase();
    const name = archive.names.find((each) => each.toLowerCase() === path);
    return (name && archive.files.get(name)) || null;
  };
  const [shp, shx, dbf, prj, cpg] = ['shp', 'shx', 'dbf', 'prj', 'cpg'].map(part);
  if (!dbf) return failure('shp-part-missing', { layer, part: '.dbf' });
  const shapes = readShapes(shp ?? new Uint8Array(), shx ?? null);
  if (!shapes.ok) {
    if (shapes.kind === 'not-polygons') return failure('shp-not-polygons', { layer, type: shapes.type });
    return failure('shp-broken', { part: shapes.part, detail: shapes.detail });
  }
  const table = openTable(dbf);
  if (!table.ok) return failure('shp-broken', { part: '.dbf', detail: table.detail });
  if (table.rowCount !== shapes.shapes.length) {
    const index = shx ? shapes.shapes.length : 0;
    return failure('shp-counts-differ', { layer, shapes: shapes.shapes.length, rows: table.rowCount, index });
  }
  if (table.rowCount === 0) return failure('no-records', { file: fileName });

  const encoding = tellTableEncoding(table, cpg ? decodeText(cpg, 'UTF-8') : null, asked);
  const columns = fieldNames(table, encoding.name);
  const records = shapes.shapes.map((shape, n) => recordOf(shape, table, columns, n, encoding.name));
  return {
    ok: true,
    format: 'shapefile',
    layers: [{ name: layer, records: records.length, shape: 'polygon' }],
    layer,
    recordCount: records.length,
    batches: () => inBatches(records),
    columns,
    encoding: encoding.name,
    encodingWhy: encoding.why,
    encodings: offeredEncodings,
    declared: prj ? readPrj(decodeText(prj, tellEncoding(prj, null).name)) : { kind: 'none' },
    warnings: warningsOf(shx !== null, prj !== null, table),
  };
}

function recordOf(shape: Shape, table: Table, columns: string[], row: number, encoding: string): RawRecord {
  const record = row + 1;
  const properties = readRow(table, columns, row, encoding);
  const polygons = shape.kind === 'rings' ? assemblePolygons(shape.rings) : [];
  const geometry = shape.kind === 'rings' ? { type: 'MultiPolygon', coordinates: polygons } : null;
  if (isDeleted(table, row)) return { record, geometry, properties, fault: { code: 'record-deleted', args: {} } };
  if (shape.kind !== 'damaged') return { record, geometry, properties };
  return { record, geometry, properties, fault: { code: 'record-damaged', args: { detail: shape.detail } } };
}

function warningsOf(hasIndex: boolean, hasPrj: boolean, table: Table): Warning[] {
  const deleted = Array.from({ length: table.rowCount }, (_, row) => isDeleted(table, row)).filter(Boolean).length;
  const warnings: Warning[] = [];
  if (!hasIndex) warnings.push({ code: 'shx-missing', args: {} });
  if (!hasPrj) warnings.push({ code: 'prj-missing', args: {} });
  if (deleted > 0) warnings.push({ code: 'records-deleted', args: { count: deleted } });
  return warnings;
}

function listed(names: readonly string[]): string {
  const more = names.length > shownNames ? ` … (${names.length})` : '';
  return names.slice(0, shownNames).join(', ') + more;
}
