import type { ImportKind, ImportMapping } from '../../data/contract';
import { crsOfId } from '../formats/crs/catalogue';
import type { Crs } from '../formats/crs/crs';
import { candidate, type Placement, place, type Spread, type Whereabouts } from '../formats/crs/place';
import { type Failure, type FileAtHand, failure, type RawFile, type Warning } from '../formats/raw-file';
import { readFile } from '../formats/read-file';
import { guessAreaUnit, guessColumns } from './guess-mapping';
import { kindOf } from './kinds/all';
import type { KindOfImport } from './kinds/kind';
import { withConstants } from './kinds/reading/with-constants';
import { type JudgedRecord, type MeasuredRecord, openMeasure } from './measure-records';
import { readNumber } from './read-values';
import type { ImportSettings } from './settings';
import { openStage, type StagedRecord } from './stage-records';
import { type Survey, survey } from './survey';
import { tellKind } from './tell-kind';

/** A record of the sample: judged, measured and read. */
export interface SampledRecord {
  judged: JudgedRecord;
  measured: MeasuredRecord;
  staged: StagedRecord;
}

/** A file opened, surveyed and placed under the settings; nothing of it needs a database. */
export interface Prepared {
  ok: true;
  raw: RawFile;
  kind: KindOfImport;
  kindGuess: ImportKind | null;
  kinds: ImportKind[];
  /** Null where the kind has no place. */
  placement: Placement | null;
  crs: Crs | null;
  survey: Survey;
  guesses: ImportMapping['columns'];
  mapping: ImportMapping;
  /** Opens the one path by which every record is judged, so that preview and commit cannot disagree. */
  openReading: () => Reading;
  warnings: Warning[];
}
export interface Reading {
  read: (record: JudgedRecord) => SampledRecord;
  warnings: () => Warning[];
}

export interface FileToRead {
  file: FileAtHand;
  settings: ImportSettings;
  where: Whereabouts;
  recordsAtMost: number;
}

/** Opens a file and surveys it in one walk, in memory that does not grow with it. */
export async function prepare(
  { file, settings, where, recordsAtMost }: FileToRead,
  onProgress?: (seen: number) => void,
): Promise<Prepared | Failure> {
  const { fileName } = file;
  const raw = await readFile(file);
  if (!raw.ok) return raw;
  if (raw.recordCount > recordsAtMost)
    return failure('too-many-records', { file: fileName, count: raw.recordCount, limit: recordsAtMost });
  const told = tellKind(raw);
  const kind = kindOf(settings.kind ?? told.guess ?? likeliest(raw, told.allowed));
  const found = await survey(raw, kind, onProgress);
  if (found.seen !== raw.recordCount)
    return failure('records-short', { file: fileName, count: found.seen, told: raw.recordCount });

  const placement = needsPlace(kind, found) ? placeFor(found.spread, raw, settings, where, fileName) : null;
  if (placement && !placement.ok) return placement;
  const asked = settings.crs ? crsOfId(settings.crs) : null;
  const crs = placement && (asked ?? placement.chosen);
  const guesses = guessColumns(kind.fields, found.profiles, found.seen);
  const { unit, unclear } = areaUnitOf(guesses.area, found.sample, crs, where);
  const mapping = settings.mapping ?? { columns: guesses, areaUnit: unit ?? 'square-metres' };
  return {
    ok: true,
    raw,
    kind,
    kindGuess: told.guess,
    kinds: [...new Set([...told.allowed, kind.id])],
    placement,
    crs,
    survey: found,
    guesses,
    mapping,
    openReading: () => openReading({ kind, crs, where, mapping, fileName }),
    warnings: [...raw.warnings, ...(placement?.warnings ?? []), ...unclear],
  };
}

/** Opens the reading of records of a kind: measured in the CRS, their values read by the mapping. */
export function openReading(by: {
  kind: KindOfImport;
  crs: Crs | null;
  where: Whereabouts;
  mapping: ImportMapping;
  fileName: string;
}): Reading {
  const measure = openMeasure(by.crs, by.where);
  const { kind, mapping } = withConstants(by.kind, by.mapping);
  const { stage, warnings } = openStage(kind, mapping, by.fileName);
  return {
    read: (judged) => {
      const measured = measure(judged);
      return { judged, measured, staged: stage(measured) };
    },
    warnings,
  };
}

/** A kind that may do without a place needs none where no record has one. */
function needsPlace(kind: KindOfImport, { spread }: Survey): boolean {
  return kind.place === 'required' || (kind.place === 'optional' && spread.box !== null);
}

function placeFor(
  spread: Spread,
  raw: RawFile,
  settings: ImportSettings,
  where: Whereabouts,
  fileName: string,
): Placement | Failure {
  const found = place(spread, raw.declared, where, fileName);
  const asked = settings.crs ? crsOfId(settings.crs) : null;
  if (!found.ok || !asked) return found;
  if (found.choices.some((choice) => JSON.stringify(choice.crs) === JSON.stringify(asked))) return found;
  return { ...found, choices: [...found.choices, candidate(asked, 'magnitude', spread, where)] };
}

function areaUnitOf(column: string | undefined, sample: readonly JudgedRecord[], crs: Crs | null, where: Whereabouts) {
  if (!column || !crs) return { unit: null, unclear: [] };
  const measure = openMeasure(crs, where);
  const pairs = sample.flatMap((judged) => {
    const declared = readNumber(judged.properties[column]);
    const areas = declared === null ? null : measure(judged).areas;
    return areas && declared !== null ? [{ declared, computed: areas.areaSquareMetres }] : [];
  });
  const unit = guessAreaUnit(pairs);
  const unclear: Warning[] = unit ? [] : [{ code: 'area-unit-unclear', args: {} }];
  return { unit, unclear };
}

/** Where nothing speaks for any kind: parcels, but of a table, which has no shapes, the first that needs none. */
const likeliest = ({ format }: RawFile, allowed: readonly ImportKind[]): ImportKind =>
  (format === 'xlsx' || format === 'csv') && !allowed.includes('parcels') ? (allowed[0] ?? 'parcels') : 'parcels';
