import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Archive, openArchive, Unreadable } from './archive';
import { readGdal } from './gdal/read-gdal';
import { readKmlSources } from './kml/read-kml';
import { type Failure, type FileAtHand, failure, type RawFile } from './raw-file';
import { readShapefile } from './shapefile/read-shapefile';
import { readXlsx } from './xlsx/read-xlsx';

/** Kinds of file that an archive may hold one of, likeliest to be meant first; a text beside them is a note. */
const single = [
  /\.(gpkg)$/i,
  /\.fgb$/i,
  /\.(geojson|json|geojsonl|geojsons|ndjson)$/i,
  /\.xlsx$/i,
  /\.km[lz]$/i,
  /\.dxf$/i,
  /\.csv$/i,
  /\.txt$/i,
];
const shownNames = 8;
type ReadInner = (file: FileAtHand) => Promise<RawFile | Failure>;

/** Reads what an archive holds: a workbook, a KMZ, shapefiles, a .gdb folder, or one file of a kind that is read. */
export async function readArchive(file: FileAtHand, readInner: ReadInner): Promise<RawFile | Failure> {
  const archive = await openArchive(file.path, file.fileName);
  if (!archive.ok) return archive;
  try {
    return await readContent(file, archive, readInner);
  } catch (error) {
    if (error instanceof Unreadable) return error.failure;
    throw error;
  }
}

async function readContent(file: FileAtHand, archive: Archive, readInner: ReadInner): Promise<RawFile | Failure> {
  const { names } = archive;
  if (names.includes('xl/workbook.xml')) return readXlsx(file, archive);
  if (names.includes('word/document.xml') || names.includes('ppt/presentation.xml'))
    return failure('format-unsupported', { file: file.fileName, found: 'Word / PowerPoint' });
  const geodatabases = foldersOfTables(names);
  const isShapefile = names.some((name) => /\.shp$/i.test(name));
  if (isShapefile && geodatabases.length === 0) return readShapefile(file, archive);
  if (geodatabases.length > 1 || (isShapefile && geodatabases.length > 0))
    return failure('zip-several-files', { found: listed(geodatabases.map((folder) => folder || '.gdb')) });
  const [geodatabase] = geodatabases;
  if (geodatabase !== undefined) return readGeodatabase(file, archive, geodatabase);
  const kmls = names.filter((name) => /\.kml$/i.test(name));
  if (names.includes('doc.kml') || (kmls.length > 0 && /\.kmz$/i.test(file.fileName)))
    return readKmlSources(
      file,
      kmls.map((name) => ({ name: kmls.length > 1 ? name : '', parts: () => archive.stream(name) })),
    );
  return readSingle(file, archive, readInner);
}

/** Folders that hold the tables of a FileGDB. */
function foldersOfTables(names: readonly string[]): string[] {
  const tables = names.filter((name) => /(^|\/)a[0-9a-f]{8}\.gdbtable$/i.test(name));
  return [...new Set(tables.map((name) => name.slice(0, Math.max(0, name.lastIndexOf('/')))))];
}

/** Unpacks the tables under their own plain names into a folder of ours, and has GDAL read them. */
async function readGeodatabase(file: FileAtHand, archive: Archive, folder: string): Promise<RawFile | Failure> {
  const path = join(file.folder, 'given.gdb');
  await rm(path, { recursive: true, force: true });
  await mkdir(path);
  const prefix = folder === '' ? '' : `${folder}/`;
  for (const name of archive.names) {
    const own = name.startsWith(prefix) ? name.slice(prefix.length) : '';
    if (/^(a[0-9a-f]{8}\.[a-z0-9_]+|gdb|timestamps)$/i.test(own)) await unpack(archive, name, join(path, own));
  }
  return readGdal(file, { format: 'filegdb', driver: 'OpenFileGDB', path });
}

async function readSingle(file: FileAtHand, archive: Archive, readInner: ReadInner): Promise<RawFile | Failure> {
  const readable = single.map((pattern) => archive.names.filter((name) => pattern.test(name)));
  const [found = []] = readable.filter((names) => names.length > 0);
  const [name] = found;
  if (name === undefined) return failure('zip-without-shapefile', { found: listed(archive.names) });
  if (found.length > 1) return failure('zip-several-files', { found: listed(found) });
  const path = join(file.folder, `inner-of-${basename(file.path)}`);
  await unpack(archive, name, path);
  const raw = await readInner({ ...file, path, fileName: name.slice(name.lastIndexOf('/') + 1) });
  if (!raw.ok) return raw;
  return { ...raw, warnings: [{ code: 'zip-one-file', args: { entry: name } }, ...raw.warnings] };
}

async function unpack(archive: Archive, name: string, path: string): Promise<void> {
  await pipeline(archive.stream(name), createWriteStream(path));
}

function listed(names: readonly string[]): string {
  const more = names.length > shownNames ? ` … (${names.length})` : '';
  return names.slice(0, shownNames).join(', ') + more;
}
