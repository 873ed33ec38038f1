import { createHash } from 'node:crypto';
import type { Remembered } from '../db/imports/memory';
import type { StoredPreview } from './build-preview';
import type { ImportSettings } from './settings';

/** The make of a file: its format, its columns in any order and what it is read as. */
export function makeOf({ format, kind, columns }: Pick<StoredPreview, 'format' | 'kind' | 'columns'>): string {
  const names = columns.map(({ name }) => name).sort();
  return createHash('sha256')
    .update(JSON.stringify([format, kind, names]))
    .digest('hex');
}

/**
 * What an earlier file of the make suggests for one just previewed, beyond what the reader has chosen already: its
 * columns while all are there, its coordinate system where this file leaves a choice and lies in the city by it, its
 * encoding where the format has several. Empty where nothing would change.
 */
export function proposalOf(
  preview: StoredPreview,
  chosen: ImportSettings,
  known: Remembered,
): Pick<ImportSettings, 'mapping' | 'crs' | 'encoding'> {
  const names = new Set(preview.columns.map(({ name }) => name));
  const { mapping, crs, encoding } = known;
  const fits = Object.values(mapping.columns).every((name) => names.has(name));
  const takeMapping = !chosen.mapping && fits && !sameMapping(mapping, preview.mapping);
  const takeCrs =
    chosen.crs === undefined &&
    crs !== null &&
    preview.crs.chosen === null &&
    preview.crs.choices.some((choice) => choice.id === crs && choice.inExtent);
  const takeEncoding =
    !chosen.encoding && encoding !== null && encoding !== preview.encoding && preview.encodings.includes(encoding);
  return { ...(takeMapping && { mapping }), ...(takeCrs && { crs }), ...(takeEncoding && { encoding }) };
}

function sameMapping(a: StoredPreview['mapping'], b: StoredPreview['mapping']): boolean {
  const inOrder = (columns: Record<string, string>) => JSON.stringify(Object.entries(columns).sort());
  return (
    a.areaUnit === b.areaUnit &&
    inOrder(a.columns) === inOrder(b.columns) &&
    inOrder(a.constants ?? {}) === inOrder(b.constants ?? {})
  );
}
