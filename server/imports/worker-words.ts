import type { Failure, Warning } from '../formats/raw-file';
import type { StoredPreview } from './build-preview';
import type { FileToRead } from './prepare';

/** What the worker is told: the file, and whether its records are wanted rather than a preview. */
export type WorkerOrder = FileToRead & { wantRecords: boolean };

/** What the worker says; after `records` it waits for `more`, so that no batch outruns the database. */
export type WorkerWord =
  | { kind: 'refused'; failure: Failure }
  | { kind: 'progress'; seen: number }
  | { kind: 'preview'; preview: StoredPreview }
  | { kind: 'counted'; recordCount: number }
  /** Staged records as storable JSON: a text goes to the other thread, and on to the database, as it is. */
  | { kind: 'records'; count: number; rowsJson: string }
  | { kind: 'end'; warnings: Warning[] };
