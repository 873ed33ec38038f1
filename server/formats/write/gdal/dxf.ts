import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { encode, fitSigns } from '../encode';
import { cellText, type OutRow, type OutTable } from '../table';
import { runGdal, STAGED } from './run-gdal';
import { stageRows, wktOf } from './stage-rows';

/** Height of the numbers on the ground, in metres and in degrees. */
const TEXT_HEIGHT = { metres: 3, degrees: 0.00003 };
/** AutoCAD's colours by number as RGB: red, yellow, green, cyan, blue, magenta, and on. */
const COLOURS = ['#FF0000', '#FFFF00', '#00FF00', '#00FFFF', '#0000FF', '#FF00FF', '#FF7F00', '#7F00FF'];
const CHUNK_LINES = 2_000;

/**
 * Writes a table as DXF: closed polylines, a layer and a colour for each class, the number as text on the ground. The
 * file is put into GBK (ANSI_936), which is what CAD in Chinese offices reads; notes stand as comments (group 999).
 */
export async function writeDxf(table: OutTable, folder: string, signal: AbortSignal): Promise<AsyncGenerator<Buffer>> {
  const fields = ['Layer', 'Text', 'OGR_STYLE'].map((name) => ({ name, type: () => 'String' }));
  await stageRows(folder, 'rows', fields, entities(table), signal);
  const options = ['-f', 'DXF', '--config', 'DXF_WRITE_HATCH', 'NO', '-sql', 'select Layer, Text, OGR_STYLE from rows'];
  await runGdal(folder, [{ input: 'rows.csv', openOptions: STAGED, options, output: 'table', count: null }], signal);
  return inGbk(join(folder, 'table.dxf'), table);
}

async function* entities(table: OutTable) {
  const { places, crs } = table;
  const colours = new Map<string, string>();
  const height = crs.kind === 'degrees' ? TEXT_HEIGHT.degrees : TEXT_HEIGHT.metres;
  const cell = (row: OutRow, place: number | null) => (place === null ? '' : cellText(row.cells[place] ?? null));
  for await (const rows of table.batches)
    yield rows.flatMap((row) => {
      const layer = layerName(cell(row, places.layer) || table.name);
      const colour = colours.get(layer) ?? COLOURS[colours.size % COLOURS.length] ?? '#FFFFFF';
      colours.set(layer, colour);
      const label = fitSigns(cell(row, places.number), 'GBK').replace(/["\\{}]/g, ' ');
      const drawn = row.shape?.type === 'Point' ? null : wktOf(row.shape);
      const lines = drawn ? [[drawn, layer, null, `PEN(c:${colour})`]] : [];
      if (!row.at || !label) return lines;
      const style = `LABEL(f:"宋体",t:"${label}",s:${height}g,p:5,c:${colour})`;
      return [...lines, [wktOf({ type: 'Point', coordinates: [...row.at] }), layer, label, style]];
    });
}

/** CAD forbids these signs in the name of a layer. */
const layerName = (name: string): string => fitSigns(name, 'GBK').replace(/[<>/\\":;?*|=,`]/g, ' ');

async function* inGbk(path: string, table: OutTable): AsyncGenerator<Buffer> {
  const comments = table.notes.flatMap(({ title, text }) => ['999', `${title}: ${text}`.replace(/[\r\n]+/g, ' ')]);
  let lines = comments;
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
    lines.push(line === 'ANSI_1252' ? 'ANSI_936' : line);
    if (lines.length < CHUNK_LINES) continue;
    yield gbk(lines);
    lines = [];
  }
  yield gbk(lines);
}

const gbk = (lines: readonly string[]): Buffer => encode(fitSigns(`${lines.join('\r\n')}\r\n`, 'GBK'), 'GBK');
