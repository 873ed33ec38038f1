import type { ImportKind, ImportPreview } from '../../../../data/contract';

/** The server thins the outlines of larger files. */
const WHOLE_RECORDS = 5000;
/** Kinds whose records must be drawn somewhere. */
const PLACED: ReadonlySet<ImportKind> = new Set(['parcels', 'parks', 'zones', 'corridors', 'control-lines']);

type Seen = Pick<ImportPreview, 'kind' | 'crs' | 'outlines' | 'rows' | 'recordCount'>;

/**
 * How many records will be held back as far as the preview can tell; `whole` when it has seen every record, otherwise
 * it is the least.
 */
export function heldBefore({ kind, crs, outlines, rows, recordCount }: Seen): { held: number; whole: boolean } {
  const bad = outlines.filter((outline) => outline.bad);
  const faulty = new Set(bad.map(({ record }) => record));
  for (const { record, fault } of rows) if (fault !== null) faulty.add(record);
  const whole = outlines.length === recordCount || recordCount <= WHOLE_RECORDS;
  const placed = PLACED.has(kind) && crs.needed && crs.chosen !== null;
  const undrawn = placed && whole ? Math.max(0, recordCount - outlines.length) : 0;
  return { held: Math.min(recordCount, Math.max(faulty.size, bad.length + undrawn)), whole };
}
