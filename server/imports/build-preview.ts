import type { ImportPreview } from '../../data/contract';
import type { CrsReason, EncodingReason } from '../../data/words/import-notes';
import { crsId } from '../formats/crs/catalogue';
import type { Args, Warning } from '../formats/raw-file';
import { cellsOf } from './cells-of';
import type { Prepared, SampledRecord } from './prepare';
import { type Twins, twinsOf } from './twins';

/** A preview as it is stored: words as codes, so that it can be told in either language. */
export type StoredPreview = Omit<
  ImportPreview,
  | 'encodingWhy'
  | 'crs'
  | 'warnings'
  | 'rows'
  | 'fields'
  | 'remembered'
  | 'replaceable'
  | 'fileName'
  | 'byteLength'
  | 'sha256'
> & {
  encodingWhy: EncodingReason;
  crs: {
    declared: string | null;
    chosen: string | null;
    choices: { id: string; why: CrsReason; bbox: [number, number, number, number] | null; inExtent: boolean }[];
    needed: boolean;
  };
  rows: {
    record: number;
    number: string | null;
    cells: Record<string, string | null>;
    fault: { code: string; args: Args } | null;
  }[];
  warnings: Warning[];
  /** Fingerprint of files of this make, and the last one that was written; absent until the reading has ended. */
  make?: string;
  remembered?: ImportPreview['remembered'];
};
type Outline = ImportPreview['outlines'][number];
/** Records looked at closely: a thinned sample, those at fault, and those of the sample that share a number. */
interface Sampled {
  sampled: readonly SampledRecord[];
  faulty: readonly SampledRecord[];
  twins: Twins;
}

const outlinesAtMost = 5000;
const outlineDigits = 7;
const rowsShown = 100;
const faultyRowsShown = 100;

/** What a reader is shown before anything is written. */
export function buildPreview(prepared: Prepared): StoredPreview {
  const { raw, placement, survey, guesses, mapping } = prepared;
  const fieldOf = new Map(Object.entries(guesses).map(([field, column]) => [column, field]));
  const located = placement === null || prepared.crs !== null;
  const reading = prepared.openReading();
  const sampled = located ? survey.sample.map(reading.read) : [];
  const faulty = located ? survey.faulty.map(prepared.openReading().read) : [];
  const sample: Sampled = { sampled, faulty, twins: twinsOf(sampled) };
  return {
    format: raw.format,
    encoding: raw.encoding,
    encodingWhy: raw.encodingWhy,
    encodings: raw.encodings,
    recordCount: survey.seen,
    kind: prepared.kind.id,
    kindGuess: prepared.kindGuess,
    kinds: prepared.kinds,
    layers: raw.layers,
    layer: raw.layer,
    crs: {
      declared: placement?.declared ?? null,
      chosen: prepared.crs && crsId(prepared.crs),
      choices: placement?.choices.map(({ crs, ...rest }) => ({ id: crsId(crs), ...rest })) ?? [],
      needed: placement !== null,
    },
    rows: rowsOf(prepared, located, sample),
    columns: survey.profiles.map(({ name, type, samples, filled }) => ({
      name,
      type,
      samples,
      filled,
      guess: fieldOf.get(name) ?? null,
    })),
    mapping,
    ...outlinesOf(sample, survey.seen),
    warnings: [...prepared.warnings, ...(located ? reading.warnings() : [])],
  };
}

/** Outlines in degrees: a small file's all, of a large one every nth, and the faulty ones that can be drawn. */
function outlinesOf({ sampled, faulty, twins }: Sampled, seen: number) {
  const byRecord = new Map<number, Outline>();
  const step = Math.ceil(sampled.length / outlinesAtMost);
  for (const each of [...faulty, ...sampled.filter((_, n) => n % step === 0)]) {
    const outline = outlineOf(each, twins);
    if (outline) byRecord.set(outline.record, outline);
  }
  const outlines = [...byRecord.values()].sort((a, b) => a.record - b.record);
  return { outlines, outlinesOf: sampled.length > 0 ? seen : 0 };
}

function outlineOf({ measured, staged }: SampledRecord, twins: Twins): Outline | null {
  const geometry = measured.geometry && rounded(measured.geometry);
  if (!geometry) return null;
  const bad = staged.code !== null || twins.has(staged.record);
  return { record: measured.record, geometry, label: staged.number, bad };
}

/** Null where a coordinate is no number. */
function rounded(geometry: NonNullable<SampledRecord['measured']['geometry']>): Outline['geometry'] | null {
  let finite = true;
  const round = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(round);
    finite &&= Number.isFinite(value);
    return Number(Number(value).toFixed(outlineDigits));
  };
  const coordinates = round(geometry.coordinates);
  if (!finite) return null;
  // A contract without multiple points shows the first of them.
  if (geometry.type === 'MultiPoint')
    return { type: 'Point', coordinates: (coordinates as number[][])[0] ?? [] } as Outline['geometry'];
  return { type: geometry.type, coordinates } as Outline['geometry'];
}

function rowsOf(
  { survey, openReading }: Prepared,
  located: boolean,
  { sampled, faulty, twins }: Sampled,
): StoredPreview['rows'] {
  const first = survey.first.slice(0, rowsShown);
  const reading = openReading();
  const judged = located ? first.map(reading.read) : [];
  const bad = [...faulty, ...sampled.filter(({ staged }) => staged.code !== null)];
  const rows = new Map<number, StoredPreview['rows'][number]>();
  for (const { record, properties } of first)
    rows.set(record, { record, number: null, cells: cellsOf(properties), fault: null });
  for (const { staged } of [...judged, ...bad.slice(0, faultyRowsShown)]) {
    const own = staged.code === null ? null : { code: staged.code, args: staged.args };
    const fault = own ?? twins.get(staged.record) ?? null;
    rows.set(staged.record, { record: staged.record, number: staged.number, cells: cellsOf(staged.raw), fault });
  }
  return [...rows.values()].sort((a, b) => a.record - b.record);
}
