import type { ImportKind, ImportMapping, ImportMode, LayerShape, Named } from '../../../data/contract';
import type { ValueOfField } from '../../../data/words/import-kinds/field-words';
import type { Tx } from '../../db/pool';
import type { TouchedLayer } from '../../operations/perform';
import type { Fault } from '../measure-records';

/** A field that a column of the file may fill. */
export interface FieldOfKind {
  id: string;
  title: Named;
  hint?: Named;
  /** Without it a record is held back. */
  required?: boolean;
  /** Names that such columns go by, likeliest first, in lower case. */
  names: readonly string[];
  /** Names that settle it: where a column goes by one of them, even an empty one, no other is taken for the field. */
  settledBy?: readonly string[];
  /** Only a column of numbers is taken for it. */
  numeric?: boolean;
  /** Its values tell records apart: a column that mostly repeats is not taken for it, and ids of the records stand in. */
  distinct?: boolean;
  /** Each record has its own value: none can be given for all. */
  varies?: boolean;
  /** The values that are known for it, as a constant may give them. */
  values?: readonly ValueOfField[];
}

/** A record's mapped values, as they are staged: `key` tells it from others of its kind. */
export interface ReadRecord {
  key: string | null;
  fields: Record<string, unknown>;
  fault: Fault | null;
}

/** Counts a value that cannot be read, so that the report can name the column and a sample. */
export type NoteUnreadable = (field: string, column: string, sample: string) => void;

/** An import being written or taken back. */
export interface WriteJob {
  import: string;
  source: string;
  mode: ImportMode;
  /** The import in whose place this one stands. */
  replaces: string | null;
  /** The file is known to hold everything of its kind on its ground. */
  complete: boolean;
}

export interface Written {
  inserted: number;
  updated: number;
  unchanged: number;
}

/**
 * One kind of thing that files bring in. Reading is pure and runs in the worker; writing runs within the transaction of
 * the one door. What `write` writes over it first keeps in `import_previous`, so that `withdraw` can put it back.
 */
export interface KindOfImport {
  id: ImportKind;
  title: Named;
  /** What its records may be drawn as; empty where they have no place. */
  shapes: readonly LayerShape[];
  place: 'required' | 'optional' | 'none';
  fields: readonly FieldOfKind[];
  /** How much a layer looks like this kind, 0 to 1. */
  likeness: (layer: { shape: LayerShape; columns: readonly string[]; name: string }) => number;
  /** `placed` = the record is drawn somewhere, so that no value need say where it lies. */
  read: (
    properties: Record<string, unknown>,
    mapping: ImportMapping,
    note: NoteUnreadable,
    placed?: boolean,
  ) => ReadRecord;
  /** Holds back staged records that what is stored rules out: a unit nobody knows, a number that is taken. */
  holdBack: (tx: Tx, job: WriteJob) => Promise<void>;
  /** Writes the accepted records numbered from `first` up to, not including, `next`. */
  write: (tx: Tx, job: WriteJob, batch: { first: number; next: number | null }) => Promise<Written>;
  /** Removes what the replaced import brought and this one lacks. */
  removeMissing: (tx: Tx, job: WriteJob) => Promise<number>;
  /** Takes the import back whole and puts back what it wrote over; throws a refusal where somebody stands on it. */
  withdraw: (tx: Tx, job: WriteJob) => Promise<number>;
  /** Takes back what single records brought and puts back what they wrote over; absent where only the whole can go. */
  withdrawRecords?: (tx: Tx, job: WriteJob, records: readonly number[]) => Promise<void>;
  touches: readonly TouchedLayer[];
}
