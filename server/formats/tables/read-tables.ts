import type { ImportFormat, LayerShape } from '../../../data/contract';
import { Unreadable } from '../archive';
import { readingLimits } from '../limits';
import {
  type DeclaredCrs,
  type Failure,
  type FileAtHand,
  failure,
  inBatches,
  type Layer,
  type RawFile,
  type RawRecord,
  type Warning,
} from '../raw-file';
import { shapeOf } from '../shape-of';
import { declaredByTable } from './declared-by-table';
import { drawPlot, drawRow } from './draw-rows';
import { findHeader, type Header, headerWithin } from './find-header';
import { dataRows, rowRecord, summaryOf } from './row-record';
import { isFilled, type Sheet, type SheetRow, textOf } from './sheet';
import { type Drawing, tellDrawing } from './tell-drawing';

/** What is told of a sheet by reading it through once. */
interface Surveyed {
  sheet: Sheet;
  header: Header;
  drawing: Drawing | null;
  declared: DeclaredCrs;
  rows: number;
  summaryRows: number;
}
type Told = Pick<RawFile, 'encoding' | 'encodingWhy' | 'encodings'>;

const undeclared: DeclaredCrs = { kind: 'none' };
const batchRecords = 1000;
const sampledRows = 200;
const drawnSuffix = ' · 按坐标成图';

/**
 * Opens tables as layers: each sheet as it stands, and where its rows carry coordinates a second layer that draws them.
 * Unless another is asked for, the first sheet with rows is read, and drawn where it can be.
 */
export async function readTables(
  file: FileAtHand,
  format: ImportFormat,
  sheets: readonly Sheet[],
  told: Told,
): Promise<RawFile | Failure> {
  try {
    const surveyed: Surveyed[] = [];
    for (const sheet of sheets) surveyed.push(await survey(sheet));
    return await open(file, format, surveyed, told);
  } catch (error) {
    if (error instanceof Unreadable) return error.failure;
    throw error;
  }
}

async function survey(sheet: Sheet): Promise<Surveyed> {
  const top: SheetRow[] = [];
  for await (const row of sheet.rows()) {
    if (row.cells.some(isFilled)) top.push(row);
    if (top.length === headerWithin) break;
  }
  const found = findHeader(top, sheet.isRectangular);
  const header = { ...found, columns: found.columns.slice(0, readingLimits.tableColumns) };
  const sample: SheetRow[] = [];
  let [rows, summaryRows] = [0, 0];
  for await (const row of dataRows(sheet, header)) {
    rows++;
    if (summaryOf(row.cells)) summaryRows++;
    else if (sample.length < sampledRows) sample.push(row);
  }
  const drawing = tellDrawing(header.columns, sample);
  const titles = top.filter(({ line }) => line < header.line).flatMap(({ cells }) => cells.map(textOf));
  const declared = drawing ? declaredByTable(drawing, header.columns, titles, sample) : undeclared;
  return { sheet, header, drawing, declared, rows, summaryRows };
}

async function open(
  file: FileAtHand,
  format: ImportFormat,
  surveyed: Surveyed[],
  told: Told,
): Promise<RawFile | Failure> {
  const filled = surveyed.filter((each) => each.rows > 0);
  const [first] = filled;
  if (!first) return failure('no-records', { file: file.fileName });
  const isDrawn = (name: string) => name.endsWith(drawnSuffix);
  const layer = file.layer ?? first.sheet.name + (first.drawing ? drawnSuffix : '');
  const sheetName = isDrawn(layer) ? layer.slice(0, -drawnSuffix.length) : layer;
  const chosen = filled.find((each) => each.sheet.name === sheetName);
  if (!chosen || (isDrawn(layer) && !chosen.drawing)) return failure('layer-missing', { file: file.fileName, layer });
  const drawing = isDrawn(layer) ? chosen.drawing : null;
  const plots = drawing?.kind === 'vertices' ? await gatherPlots(chosen, drawing) : null;
  if (plots === 'too-many')
    return failure('too-many-vertices', { file: file.fileName, limit: readingLimits.tableVertices });
  return {
    ok: true,
    format,
    layers: filled.flatMap((each) => layersOf(each, plots && each === chosen ? plots : null)),
    layer,
    recordCount: plots ? plots.length : chosen.rows,
    columns: plots ? Object.keys(plots[0]?.properties ?? {}) : chosen.header.columns,
    ...told,
    declared: drawing ? chosen.declared : undeclared,
    warnings: warningsOf(chosen, drawing),
    batches: () =>
      plots ? inBatches(plots) : batchesOf(chosen, drawing as Exclude<Drawing, { kind: 'vertices' }> | null),
  };
}

function layersOf({ sheet, rows, drawing }: Surveyed, plots: RawRecord[] | null): Layer[] {
  const plain: Layer = { name: sheet.name, records: rows, shape: 'none' };
  if (!drawing) return [plain];
  const shapes: Record<Drawing['kind'], LayerShape> = { points: 'point', vertices: 'polygon', wkt: 'polygon' };
  const shape = plots ? shapeOf(plots.map((plot) => plot.geometry)) : shapes[drawing.kind];
  const records = drawing.kind === 'vertices' ? (plots?.length ?? null) : rows;
  return [plain, { name: sheet.name + drawnSuffix, records, shape }];
}

function warningsOf({ header, summaryRows, declared }: Surveyed, drawing: Drawing | null): Warning[] {
  const warnings: Warning[] = [];
  // Columns of degrees name no datum.
  if (drawing && declared.kind === 'known') warnings.push({ code: 'datum-unstated', args: {} });
  if (header.line === 0) warnings.push({ code: 'table-header-missing', args: {} });
  if (header.titleRows > 0) warnings.push({ code: 'table-title-rows', args: { count: header.titleRows } });
  if (summaryRows > 0) warnings.push({ code: 'table-summary-rows', args: { count: summaryRows } });
  return warnings;
}

async function* batchesOf({ sheet, header }: Surveyed, drawing: Exclude<Drawing, { kind: 'vertices' }> | null) {
  let batch: RawRecord[] = [];
  let record = 0;
  for await (const row of dataRows(sheet, header)) {
    const raw = rowRecord(row, ++record, header, sheet);
    batch.push(drawing ? drawRow(raw, row, drawing) : raw);
    if (batch.length < batchRecords) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Vertices by plot, plots in the order of their first row; a plot's name is not repeated on each row in merged cells. */
async function gatherPlots(
  surveyed: Surveyed,
  drawing: Extract<Drawing, { kind: 'vertices' }>,
): Promise<RawRecord[] | 'too-many'> {
  const plots = new Map<string, SheetRow[]>();
  let [vertices, last] = [0, ''];
  for await (const row of dataRows(surveyed.sheet, surveyed.header)) {
    if (summaryOf(row.cells)) continue;
    if (++vertices > readingLimits.tableVertices) return 'too-many';
    const name = textOf(row.cells[drawing.plot]) || last;
    last = name;
    const rows = plots.get(name);
    if (rows) rows.push(row);
    else plots.set(name, [row]);
  }
  return [...plots.values()].map((rows, n) => drawPlot(rows, n + 1, surveyed.header.columns, drawing));
}
