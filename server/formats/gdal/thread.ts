import { createRequire } from 'node:module';
import { basename, dirname, relative } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { chooseLayer, type GdalAnswer, type GdalLayer, type GdalOrder } from './words';

/** The face of gdal3.js that is used here; `Module` is Emscripten's. */
interface Gdal {
  ogrinfo(dataset: { pointer: number }, options: string[]): Promise<{ layers?: InfoLayer[] }>;
  ogr2ogr(dataset: { pointer: number }, options: string[], name: string): Promise<unknown>;
  Module: {
    FS: { mkdir(path: string): void; mount(type: unknown, options: { root: string }, path: string): void };
    NODEFS: unknown;
    HEAPU32: Uint32Array;
    _malloc(bytes: number): number;
    lengthBytesUTF8(text: string): number;
    stringToUTF8(text: string, at: number, bytes: number): void;
    ccall(name: string, returns: string | null, types: string[], values: unknown[]): number;
  };
}
interface InfoLayer {
  name: string;
  featureCount?: number;
  geometryFields?: { type: string; coordinateSystem: { wkt?: string } | null }[];
  fields?: { name: string; type: string }[];
}

const require = createRequire(import.meta.url);
const packageFolder = dirname(require.resolve('gdal3.js/dist/package/gdal3.node.js'));
const vectorReadOnlyVerbose = 0x04 | 0x40;
const inputFolder = '/given';

/** Does one order of GDAL in a thread of its own, which ends with it: nothing of one file is left for the next. */
async function work(order: GdalOrder): Promise<GdalAnswer> {
  const errors: string[] = [];
  const start = require('gdal3.js/node.js') as (settings: object) => Promise<Gdal>;
  const gdal = await start({
    path: relative(process.cwd(), packageFolder),
    dest: dirname(order.to),
    useWorker: false,
    env: { OGR_SQLITE_LOAD_EXTENSIONS: '', GDAL_DISABLE_READDIR_ON_OPEN: 'FALSE', ...order.config },
    // What GDAL only complains about it still did; what it calls an error it passed over.
    errorHandler: (line: string) => /^(ERROR|FATAL)/.test(line) && errors.push(line),
    logHandler: () => undefined,
  });
  const pointer = openDataset(gdal, order);
  if (pointer === 0) return { ok: false, errors: errors.length > 0 ? errors : ['cannot be opened'] };
  const layers = await layersOf(gdal, pointer);
  const chosen = chooseLayer(layers, order.layer);
  if (chosen) await convert(gdal, pointer, chosen.name, order.to);
  return errors.length > 0 ? { ok: false, errors } : { ok: true, layers, chosen };
}

/** Opened for reading vectors by the one driver that the content calls for; no other is tried, VRT least of all. */
function openDataset({ Module }: Gdal, { path, driver }: GdalOrder): number {
  Module.FS.mkdir(inputFolder);
  Module.FS.mount(Module.NODEFS, { root: dirname(path) }, inputFolder);
  const types = ['string', 'number', 'number', 'number', 'number'];
  const values = [`${inputFolder}/${basename(path)}`, vectorReadOnlyVerbose, stringList(Module, [driver]), 0, 0];
  return Module.ccall('GDALOpenEx', 'number', types, values);
}

function stringList(module: Gdal['Module'], texts: readonly string[]): number {
  const places = texts.map((text) => {
    const bytes = module.lengthBytesUTF8(text) + 1;
    const at = module._malloc(bytes);
    module.stringToUTF8(text, at, bytes);
    return at;
  });
  const list = Uint32Array.from([...places, 0]);
  const at = module._malloc(list.byteLength);
  module.HEAPU32.set(list, at / list.BYTES_PER_ELEMENT);
  return at;
}

async function layersOf(gdal: Gdal, pointer: number): Promise<GdalLayer[]> {
  const info = await gdal.ogrinfo({ pointer }, ['-so', '-al', '-wkt_format', 'WKT1', '-nomd', '-noextent']);
  return (info.layers ?? []).map((layer) => ({
    name: layer.name,
    featureCount: layer.featureCount ?? 0,
    geometryType: layer.geometryFields?.[0]?.type ?? 'None',
    wkt: layer.geometryFields?.[0]?.coordinateSystem?.wkt ?? null,
    fields: (layer.fields ?? []).map(({ name, type }) => ({ name, type })),
  }));
}

/** Whole numbers of 64 bits go as text, which loses none of their digits; curves as chains of short lines. */
async function convert(gdal: Gdal, pointer: number, layer: string, to: string): Promise<void> {
  const fixed = ['-f', 'FlatGeobuf', '-lco', 'SPATIAL_INDEX=NO', '-nlt', 'CONVERT_TO_LINEAR', '-dim', 'XY'];
  const types = ['-mapFieldType', 'Integer64=String,DateTime=String,Date=String,Time=String,Binary=String'];
  const name = basename(to).replace(/\.fgb$/, '');
  await gdal.ogr2ogr({ pointer }, [...fixed, ...types, '-nln', 'records', layer], name);
}

work(workerData as GdalOrder)
  .catch((error: unknown): GdalAnswer => {
    const told =
      typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
    return { ok: false, errors: [told] };
  })
  .then((answer) => parentPort?.postMessage(answer));
