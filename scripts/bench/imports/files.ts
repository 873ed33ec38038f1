import { execFileSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { writeFabric } from './fabric';

/** One file of the fabric, and how GDAL is told to read it. */
export interface FabricFile {
  readonly format: string;
  readonly path: string;
  readonly source: string;
  readonly options: readonly string[];
}

const seed = 2026;
const wgs84 = ['-a_srs', 'EPSG:4326'];

/** Writes the fabric in every format that is measured, by GDAL out of the first. */
export async function writeFiles(folder: string, parcels: number, formats: readonly string[]): Promise<FabricFile[]> {
  const lines = join(folder, 'fabric.geojsonl');
  await writeFabric(lines, parcels, seed);
  const make = (name: string, ...options: string[]): string => {
    const path = join(folder, name);
    execFileSync('ogr2ogr', [...options, ...wgs84, path, lines], { stdio: 'ignore' });
    return path;
  };
  const plain = (format: string, path: string): FabricFile => ({ format, path, source: path, options: [] });
  const makers: Record<string, () => Promise<FabricFile>> = {
    geojsonseq: async () => plain('geojsonseq', lines),
    geojson: async () => plain('geojson', make('fabric.geojson', '-f', 'GeoJSON', '-lco', 'COORDINATE_PRECISION=8')),
    geopackage: async () => plain('geopackage', make('fabric.gpkg', '-f', 'GPKG', '-nln', 'fabric')),
    flatgeobuf: async () => plain('flatgeobuf', make('fabric.fgb', '-f', 'FlatGeobuf', '-nln', 'fabric')),
    shapefile: async () => {
      await mkdir(join(folder, 'shp'));
      const path = make('shp/fabric.shp', '-f', 'ESRI Shapefile', '-lco', 'ENCODING=UTF-8');
      const zip = join(folder, 'fabric.zip');
      const parts = ['shp', 'shx', 'dbf', 'prj', 'cpg'].map((part) => path.replace(/shp$/, part));
      execFileSync('python3', ['-c', packing, zip, ...parts], { cwd: dirname(path) });
      return { format: 'shapefile', path: zip, source: `/vsizip/${zip}`, options: [] };
    },
    csv: async () => {
      const path = make('fabric.csv', '-f', 'CSV', '-lco', 'GEOMETRY=AS_WKT');
      return { format: 'csv', path, source: path, options: ['-oo', 'GEOM_POSSIBLE_NAMES=WKT'] };
    },
  };
  const wanted = Object.entries(makers).filter(([format]) => formats.length === 0 || formats.includes(format));
  const files: FabricFile[] = [];
  for (const [, maker] of wanted) files.push(await maker());
  return files;
}

/** Python's standard library packs as desktop tools do, and GDAL's own packer came later than Debian's. */
const packing = `import os,sys,zipfile
with zipfile.ZipFile(sys.argv[1], 'w', zipfile.ZIP_DEFLATED) as packed:
  [packed.write(part, os.path.basename(part)) for part in sys.argv[2:]]`;
