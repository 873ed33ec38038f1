import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImportFormat } from '../../../data/contract';
import { readPrj } from '../crs/read-prj';
import {
  type Failure,
  type FileAtHand,
  failure,
  type Layer,
  type RawFile,
  type RawRecord,
  type Warning,
} from '../raw-file';
import { askGdal } from './ask-gdal';
import { readFlatGeobuf } from './read-flatgeobuf';
import { type GdalLayer, type GdalOrder, shapeOfType } from './words';

/** How a format is put to GDAL. */
export interface GdalSource {
  format: ImportFormat;
  driver: GdalOrder['driver'];
  /** File or folder on disk; `file` itself unless it had to be unpacked. */
  path: string;
  config?: Record<string, string>;
  encoding?: Pick<RawFile, 'encoding' | 'encodingWhy' | 'encodings'>;
  warnings?: Warning[];
}

const batchRecords = 1000;
const shownErrors = 3;

/**
 * Reads a layer through GDAL: converted to FlatGeobuf in the folder of the job, then streamed. GDAL passes over much, so
 * any error it utters refuses the file, and its records are counted against what the layer says it holds.
 */
export async function readGdal(file: FileAtHand, source: GdalSource): Promise<RawFile | Failure> {
  const { path, driver, config = {} } = source;
  const to = join(file.folder, 'records.fgb');
  await rm(to, { force: true });
  const answer = await askGdal({ path, driver, config, layer: file.layer, to });
  const broken = (errors: string[]) => failure('gdal-broken', { file: file.fileName, detail: shown(errors) });
  if (!answer.ok) return broken(answer.errors);
  const { layers, chosen } = answer;
  if (!chosen) {
    if (file.layer !== null) return failure('layer-missing', { file: file.fileName, layer: file.layer });
    return failure('no-records', { file: file.fileName });
  }
  const found = await countIn(to);
  if (typeof found === 'string') return broken([found]);
  if (found === 0) return failure('no-records', { file: file.fileName });
  if (found !== chosen.featureCount)
    return failure('layer-count-differs', {
      file: file.fileName,
      layer: chosen.name,
      says: chosen.featureCount,
      found,
    });
  return {
    ok: true,
    format: source.format,
    layers: layers.map(layerOf),
    layer: chosen.name,
    recordCount: found,
    columns: chosen.fields.map((field) => field.name),
    ...(source.encoding ?? { encoding: 'UTF-8', encodingWhy: 'by-format', encodings: [] }),
    declared: chosen.wkt ? readPrj(chosen.wkt) : { kind: 'none' },
    warnings: source.warnings ?? [],
    batches: () => batchesOf(to, chosen),
  };
}

function layerOf(layer: GdalLayer): Layer {
  return { name: layer.name, records: layer.featureCount, shape: shapeOfType(layer.geometryType) };
}

async function countIn(path: string): Promise<number | string> {
  let count = 0;
  try {
    for await (const _ of readFlatGeobuf(path)) count++;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return count;
}

async function* batchesOf(path: string, layer: GdalLayer): AsyncGenerator<RawRecord[]> {
  let batch: RawRecord[] = [];
  let record = 0;
  for await (const { geometry, properties } of readFlatGeobuf(path)) {
    record++;
    batch.push({ record, geometry, properties: valuesOf(properties, layer) });
    if (batch.length === batchRecords) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

/** Every column, null where it is blank; whole numbers of 64 bits as numbers again where that keeps every digit. */
function valuesOf(properties: Record<string, unknown>, { fields }: GdalLayer): Record<string, unknown> {
  return Object.fromEntries(
    fields.map(({ name, type }) => {
      const value = properties[name];
      if (type === 'Integer64' && typeof value === 'string' && Number.isSafeInteger(Number(value)))
        return [name, Number(value)];
      if (value === undefined || value === '') return [name, null];
      if (/^Date/.test(type) && typeof value === 'string') return [name, plainDate(value)];
      return [name, value];
    }),
  );
}

/** 2024/01/02 00:00:00+00 as 2024-01-02; a time of day stays. */
function plainDate(text: string): string {
  return text.replaceAll('/', '-').replace(/[ T]00:00:00(\.0+)?([+-]\d\d(:?\d\d)?)?$/, '');
}

function shown(errors: readonly string[]): string {
  return errors
    .slice(0, shownErrors)
    .map((error) => error.replace(/\/(given|output)\//g, '').replace(/^ERROR \d+: /, ''))
    .join(' · ')
    .slice(0, 300);
}
