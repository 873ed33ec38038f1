import { readFile as readBytes } from 'node:fs/promises';
import { readGeoJson } from './geojson/read-geojson';
import { type Failure, type FileAtHand, failure, type RawFile } from './raw-file';
import { readShapefile } from './shapefile/read-shapefile';

/** What a file's first bytes or name tell, of the kinds that are refused with advice. */
const others: readonly { title: string; fits: (bytes: Uint8Array, name: string) => boolean }[] = [
  { title: 'DWG (AutoCAD)', fits: (bytes, name) => startsWith(bytes, 'AC10') || name.endsWith('.dwg') },
  { title: 'VCT', fits: (_, name) => name.endsWith('.vct') },
  { title: 'RAR', fits: (bytes) => startsWith(bytes, 'Rar!') },
  { title: '7z', fits: (bytes) => startsWith(bytes, '7z\xbc\xaf') },
  { title: 'GeoPackage', fits: (bytes) => startsWith(bytes, 'SQLite format 3') },
  { title: 'Excel', fits: (bytes, name) => startsWith(bytes, '\xd0\xcf\x11\xe0') || /\.xlsx?$/.test(name) },
  { title: 'PDF', fits: (bytes) => startsWith(bytes, '%PDF') },
  { title: 'DXF', fits: (_, name) => name.endsWith('.dxf') },
  { title: 'KML', fits: (_, name) => /\.km[lz]$/.test(name) },
  { title: 'TXT', fits: (_, name) => /\.(txt|csv)$/.test(name) },
  { title: '.shp', fits: (_, name) => /\.(shp|shx|dbf|prj)$/.test(name) },
];

/** Opens a file by what it holds, whatever its name says. */
export async function readFile(file: FileAtHand): Promise<RawFile | Failure> {
  const { fileName, encoding } = file;
  const bytes = new Uint8Array(await readBytes(file.path));
  if (bytes.byteLength === 0) return failure('file-empty', { file: fileName });
  const name = fileName.toLowerCase();
  const other = others.find((kind) => kind.fits(bytes, name));
  if (other) return failure('format-unsupported', { file: fileName, found: other.title });
  if (startsWith(bytes, 'PK')) return readShapefile(bytes, fileName, encoding);
  return readGeoJson(bytes, fileName, encoding);
}

function startsWith(bytes: Uint8Array, signature: string): boolean {
  return [...signature].every((char, n) => bytes[n] === char.charCodeAt(0));
}
