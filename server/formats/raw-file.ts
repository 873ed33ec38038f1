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
  | { kind: 'default'; crs: Crs; title: string }
  | { kind: 'known'; crs: Crs; title: string }
  | { kind: 'other-datum'; title: string; datum: string }
  | { kind: 'unsupported'; title: string };

/** What every reader answers. */
export interface RawFile {
  ok: true;
  format: 'geojson' | 'shapefile';
  records: RawRecord[];
  columns: string[];
  encoding: string;
  encodingWhy: EncodingReason;
  encodings: string[];
  declared: DeclaredCrs;
  warnings: Warning[];
}
