import type { ImportPreview } from '../../data/contract';
import type { CrsReason, EncodingReason } from '../../data/words/import-notes';
import { crsId } from '../formats/crs/catalogue';
import type { Warning } from '../formats/raw-file';
import type { Prepared } from './prepare';

/** A preview as it is stored: words as codes, so that it can be told in either language. */
export type StoredPreview = Omit<
  ImportPreview,
  'encodingWhy' | 'crs' | 'warnings' | 'fileName' | 'byteLength' | 'sha256'
> & {
  encodingWhy: EncodingReason;
  crs: {
    declared: string | null;
    chosen: string | null;
    choices: { id: string; why: CrsReason; bbox: [number, number, number, number] | null; inExtent: boolean }[];
  };
  warnings: Warning[];
};
type Outline = ImportPreview['outlines'][number];

const outlinesAtMost = 5000;
const outlineDigits = 7;

/** What a reader is shown before anything is written. */
export function buildPreview(prepared: Prepared): StoredPreview {
  const { raw, placement, profiles, guesses, mapping } = prepared;
  const fieldOf = new Map(Object.entries(guesses).map(([field, column]) => [column, field as keyof typeof guesses]));
  return {
    format: raw.format,
    encoding: raw.encoding,
    encodingWhy: raw.encodingWhy,
    encodings: raw.encodings,
    recordCount: raw.records.length,
    crs: {
      declared: placement.declared,
      chosen: prepared.crs && crsId(prepared.crs),
      choices: placement.choices.map(({ crs, ...rest }) => ({ id: crsId(crs), ...rest })),
    },
    columns: profiles.map(({ name, type, samples, filled }) => ({
      name,
      type,
      samples,
      filled,
      guess: fieldOf.get(name) ?? null,
    })),
    mapping,
    outlines: outlinesOf(prepared),
    outlinesOf: prepared.rows.length,
    warnings: prepared.warnings,
  };
}

/** Outlines in degrees; of a large file every nth record, but every faulty one that can be drawn comes first. */
function outlinesOf({ rows, measured }: Prepared): Outline[] {
  const drawn = rows.flatMap((row, n): Outline[] => {
    const polygons = measured[n]?.polygons;
    if (!polygons?.flat(2).every((position) => position.every(Number.isFinite))) return [];
    const coordinates = polygons.map((polygon) => polygon.map((ring) => ring.map((position) => position.map(round))));
    const geometry = { type: 'MultiPolygon' as const, coordinates };
    return [{ record: row.record, geometry, label: row.number, bad: row.code !== null }];
  });
  if (drawn.length <= outlinesAtMost) return drawn;
  const step = Math.ceil(drawn.length / outlinesAtMost);
  return drawn.filter((_, n) => n % step === 0);
}

function round(degrees: number): number {
  return Number(degrees.toFixed(outlineDigits));
}
