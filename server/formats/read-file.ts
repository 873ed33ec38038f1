import { open, stat } from 'node:fs/promises';
import { readBoundaryTxt } from './boundary-txt/read-boundary-txt';
import { givenAs } from './gdal/given-as';
import { readDxf } from './gdal/read-dxf';
import { readGdal } from './gdal/read-gdal';
import { readGeoJson } from './geojson/read-geojson';
import { readGeoJsonLines } from './geojson/read-geojson-lines';
import { readKml } from './kml/read-kml';
import { type Failure, type FileAtHand, failure, type RawFile } from './raw-file';
import { readArchive } from './read-archive';
import { readCsv } from './tables/read-csv';
import { headBytes, tellFormat } from './tell-format';

/** Opens a file by what it holds, whatever its name says; where the two disagree a warning says so. */
export async function readFile(file: FileAtHand): Promise<RawFile | Failure> {
  const raw = await openByContent(file);
  if (!raw.ok || !isMisnamed(file.fileName, raw)) return raw;
  return {
    ...raw,
    warnings: [{ code: 'file-misnamed', args: { file: file.fileName, format: raw.format } }, ...raw.warnings],
  };
}

async function openByContent(file: FileAtHand, isInner = false): Promise<RawFile | Failure> {
  const { fileName } = file;
  if ((await stat(file.path)).size === 0) return failure('file-empty', { file: fileName });
  const told = tellFormat(await headOf(file.path), fileName, file.encoding);
  switch (told.kind) {
    case 'zip':
      if (isInner && !/\.(xlsx|kmz)$/i.test(fileName)) return failure('zip-nested', { entry: fileName });
      return readArchive(file, (inner) =>
        isInner ? Promise.resolve(failure('zip-nested', { entry: fileName })) : openByContent(inner, true),
      );
    case 'sqlite':
      return readGdal(file, { format: 'geopackage', driver: 'GPKG', path: await givenAs(file, 'given.gpkg') });
    case 'flatgeobuf':
      return readGdal(file, { format: 'flatgeobuf', driver: 'FlatGeobuf', path: await givenAs(file, 'given.fgb') });
    case 'dxf':
      return readDxf(file);
    case 'kml':
      return readKml(file);
    case 'json':
      return readGeoJson(file);
    case 'json-lines':
      return readGeoJsonLines(file);
    case 'boundary-txt':
      return readBoundaryTxt(file);
    case 'csv':
      return readCsv(file);
    case 'refused':
      return failure(told.code, { file: fileName, found: told.found });
  }
}

/** Names that each format goes by; a zip may hold any. */
const usualNames: Record<RawFile['format'], RegExp> = {
  geojson: /\.(geo)?json$/i,
  geojsonseq: /\.(geojsonl|geojsons|geojsonseq|ndjson|jsonl|json|geojson)$/i,
  shapefile: /\.zip$/i,
  geopackage: /\.gpkg$/i,
  filegdb: /\.zip$/i,
  flatgeobuf: /\.fgb$/i,
  dxf: /\.dxf$/i,
  kml: /\.km[lz]$/i,
  'boundary-txt': /\.txt$/i,
  xlsx: /\.xls[xm]$/i,
  csv: /\.(csv|tsv|txt)$/i,
};

function isMisnamed(fileName: string, raw: RawFile): boolean {
  return (
    !usualNames[raw.format].test(fileName) &&
    !(fileName.toLowerCase().endsWith('.zip') && raw.warnings.some((each) => each.code === 'zip-one-file'))
  );
}

async function headOf(path: string): Promise<Uint8Array> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return new Uint8Array(buffer.subarray(0, bytesRead));
  } finally {
    await handle.close();
  }
}
