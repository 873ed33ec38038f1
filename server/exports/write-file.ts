import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { ExportQuery } from '../../data/contract';
import { writeBoundaryTxt } from '../formats/write/boundary-txt';
import { writeCsvTable } from '../formats/write/csv';
import { writeDxf } from '../formats/write/gdal/dxf';
import { writeGeoPackage } from '../formats/write/gdal/geopackage';
import { writeShapefile } from '../formats/write/gdal/shapefile';
import { writeGeoJsonTable } from '../formats/write/geojson';
import { writeKmlTable } from '../formats/write/kml';
import type { OutTable } from '../formats/write/table';
import { writeXlsxTable } from '../formats/write/xlsx';

type Asked = Pick<ExportQuery, 'format' | 'encoding'>;

/** Writes a table in a format. What goes through GDAL is ready when this resolves; the rest is made while it is read. */
export async function writeFile(table: OutTable, asked: Asked, signal: AbortSignal): Promise<Readable> {
  switch (asked.format) {
    case 'xlsx':
      return writeXlsxTable(table);
    case 'csv':
      return Readable.from(writeCsvTable(table));
    case 'geojson':
      return Readable.from(writeGeoJsonTable(table));
    case 'kml':
      return Readable.from(writeKmlTable(table));
    case 'txt':
      return Readable.from(writeBoundaryTxt(table, asked.encoding));
    case 'shp':
      return inFolder((folder) => writeShapefile(table, asked.encoding, folder, signal));
    case 'gpkg':
      return inFolder(async (folder) => createReadStream(await writeGeoPackage(table, folder, signal)));
    case 'dxf':
      return inFolder(async (folder) => Readable.from(await writeDxf(table, folder, signal)));
  }
}

/** Gives the writer a folder of its own that is gone when the stream has ended, however it ends. */
async function inFolder(write: (folder: string) => Promise<Readable>): Promise<Readable> {
  const folder = await mkdtemp(join(tmpdir(), 'yuantu-export-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const stream = await write(folder);
    finished(stream).then(remove, remove);
    return stream;
  } catch (error) {
    await remove();
    throw error;
  }
}
