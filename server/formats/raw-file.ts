import type { ImportFormat, LayerShape } from '../../data/contract';
import type { FileFailure } from '../../data/words/import-failures';
import type { EncodingReason, FileWarning } from '../../data/words/import-notes';
import type { RecordReason } from '../../data/words/imports';
import type { Crs } from './crs/crs';

export type Args = Record<string, string | number>;

/** A file that cannot be read at all, as a value; its words are in data/words/import-failures. */
export interface Failure {
  ok: false;
  code: FileFailure;
  args: Args;
}
/** Makes a failure. */
export const failure = (code: FileFailure, args: Args = {}): Failure => ({ ok: false, code, args });

export interface Warning {
  code: FileWarning;
  args: Args;
}

/** One record as it came: coordinates untouched, numbered from 1 in the order of the file. */
export interface RawRecord {
  record: number;
  /** A GeoJSON-like geometry in the file's own coordinates, or anything else that stood there. */
  geometry: unknown;
  properties: Record<string, unknown>;
  /** A fault that the format itself shows. */
  fault?: { code: RecordReason; args: Args };
}

/** What a file says about its coordinate system. */
export type DeclaredCrs =
  | { kind: 'none' }
  /** The datum without the plane: CGCS2000, and nothing of zone or meridian. */
  | { kind: 'datum'; title: string }
  | { kind: 'default'; crs: Crs; title: string }
  | { kind: 'known'; crs: Crs; title: string }
  | { kind: 'other-datum'; title: string; datum: string }
  | { kind: 'unsupported'; title: string };

/**
 * A file to be read: stored under a name of ours, beside a folder of its own for what a reader must unpack, which goes
 * when the job ends. `fileName` is what the sender called it, for messages and guesses only.
 */
export interface FileAtHand {
  path: string;
  folder: string;
  fileName: string;
  /** Chosen by the reader; null = to be told from the file. */
  encoding: string | null;
  layer: string | null;
}

/** A layer, sheet or table of a file. */
export interface Layer {
  name: string;
  /** Null where it cannot be told without reading it through. */
  records: number | null;
  shape: LayerShape;
}

/** What every reader answers: one layer of a file, opened. */
export interface RawFile {
  ok: true;
  format: ImportFormat;
  layers: Layer[];
  layer: string;
  /** How many records the layer says it holds; `batches` gives exactly as many, faulty ones included. */
  recordCount: number;
  columns: string[];
  encoding: string;
  encodingWhy: EncodingReason;
  encodings: string[];
  declared: DeclaredCrs;
  warnings: Warning[];
  /** Records in the order of the file, a batch at a time and from the first each time it is asked, in bounded memory. */
  batches: () => AsyncIterable<RawRecord[]>;
}

/** Batches of records that are in memory already. */
export async function* inBatches(records: readonly RawRecord[]): AsyncIterable<RawRecord[]> {
  for (let n = 0; n < records.length; n += batchRecords) yield records.slice(n, n + batchRecords);
}
const batchRecords = 1000;

/** Every record of a file at once, for files known to be small. */
export async function allRecords(file: RawFile): Promise<RawRecord[]> {
  const records: RawRecord[] = [];
  for await (const batch of file.batches()) records.push(...batch);
  return records;
}
