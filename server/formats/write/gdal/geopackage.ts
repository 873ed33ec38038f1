import { join } from 'node:path';
import type { Field, OutTable } from '../table';
import { crsDefinition } from './crs-definition';
import { runGdal, STAGED } from './run-gdal';
import { stageRows, wktOf } from './stage-rows';

const types: Record<Field['kind'], string> = { text: 'String', integer: 'Integer64', decimal: 'Real', date: 'Date' };

/** Writes a table as a GeoPackage into the folder and answers its path; a second table of it holds the notes. */
export async function writeGeoPackage(table: OutTable, folder: string, signal: AbortSignal): Promise<string> {
  await stageRows(folder, 'rows', staged(table.fields), cellsOf(table), signal);
  const notes = table.notes.map(({ title, text }) => [null, title, text] as const);
  const [item, told] = table.lang === 'zh' ? ['项目', '内容'] : ['item', 'text'];
  const columns = [item, told].map((name) => ({ name, type: () => 'String' }));
  await stageRows(folder, 'notes', columns, one(notes), signal);
  const notice = table.notes.map(({ title, text }) => `${title}: ${text}`).join('; ');
  const layer = [
    '-f',
    'GPKG',
    '-nln',
    table.name,
    '-a_srs',
    crsDefinition(table.crs),
    '-lco',
    `DESCRIPTION=${notice}`,
    '-lco',
    'GEOMETRY_NAME=geom',
  ];
  const steps = [
    {
      input: 'rows.csv',
      openOptions: STAGED,
      options: [...layer, '-lco', `IDENTIFIER=${table.name}`, '-nlt', table.shapes, '-gt', 'unlimited'],
      output: 'table',
      count: table.count,
    },
    {
      input: 'notes.csv',
      openOptions: STAGED,
      options: ['-f', 'GPKG', '-update', '-nln', table.lang === 'zh' ? '说明' : 'notes', '-nlt', 'NONE'],
      output: 'table',
      count: table.count + table.notes.length,
    },
  ];
  await runGdal(folder, steps, signal);
  return join(folder, 'table.gpkg');
}

const staged = (fields: readonly Field[]) =>
  fields.map(({ title, kind }) => ({ name: title, type: () => types[kind] }));

async function* cellsOf({ batches }: OutTable) {
  for await (const rows of batches) yield rows.map((row) => [wktOf(row.shape), ...row.cells]);
}

async function* one<T>(rows: T) {
  yield rows;
}
