import type { ImportMapping } from '../../data/contract';
import { crsOfId } from '../formats/crs/catalogue';
import type { Crs } from '../formats/crs/crs';
import { candidate, type Placement, place, type Whereabouts } from '../formats/crs/place';
import { type Failure, failure, type RawFile, type Warning } from '../formats/raw-file';
import { readFile } from '../formats/read-file';
import { guessAreaUnit, guessColumns } from './guess-mapping';
import { judgeRecords, type MeasuredRecord, measureRecords, spreadOf } from './measure-records';
import { type ColumnProfile, profileColumns } from './profile-columns';
import { readNumber } from './read-values';
import type { ImportSettings } from './settings';
import { type StagedRecord, stageRecords } from './stage-records';

/** A file read, placed, measured and judged under the settings; nothing of it needs a database. */
export interface Prepared {
  ok: true;
  raw: RawFile;
  placement: Placement;
  crs: Crs | null;
  profiles: ColumnProfile[];
  guesses: ImportMapping['columns'];
  mapping: ImportMapping;
  /** Empty until a CRS is chosen. */
  rows: StagedRecord[];
  /** Polygons in degrees by position in `rows`, also of faulty records where they can be drawn. */
  measured: MeasuredRecord[];
  warnings: Warning[];
}

export interface FileToRead {
  bytes: Uint8Array;
  fileName: string;
  settings: ImportSettings;
  where: Whereabouts;
}

const recordLimit = 2_000_000;

/** Reads and judges a file: the one path that preview and commit share, so that they cannot disagree. */
export async function prepare({ bytes, fileName, settings, where }: FileToRead): Promise<Prepared | Failure> {
  const raw = await readFile(bytes, fileName, settings.encoding ?? null);
  if (!raw.ok) return raw;
  if (raw.records.length > recordLimit)
    return failure('too-many-records', { file: fileName, count: raw.records.length, limit: recordLimit });
  const judged = judgeRecords(raw.records);
  const spread = spreadOf(judged);
  const found = place(spread, raw.declared, where, fileName);
  if (!found.ok) return found;

  const asked = settings.crs ? crsOfId(settings.crs) : null;
  const crs = asked ?? found.chosen;
  const offered = !asked || found.choices.some((choice) => JSON.stringify(choice.crs) === JSON.stringify(asked));
  const placement = offered
    ? found
    : { ...found, choices: [...found.choices, candidate(asked, 'magnitude', spread, where)] };
  const profiles = profileColumns(
    raw.columns,
    judged.map((record) => record.properties),
  );
  const guesses = guessColumns(profiles, judged.length);
  const measured = crs ? measureRecords(judged, crs, where) : [];
  const unit = guesses.area ? guessAreaUnit(pairsOf(measured, guesses.area)) : null;
  const mapping = settings.mapping ?? { columns: guesses, areaUnit: unit ?? 'square-metres' };
  const staged = crs ? stageRecords(measured, mapping, fileName) : { rows: [], warnings: [] };
  const unclear: Warning[] = guesses.area && crs && !unit ? [{ code: 'area-unit-unclear', args: {} }] : [];
  return {
    ok: true,
    raw,
    placement,
    crs,
    profiles,
    guesses,
    mapping,
    rows: staged.rows,
    measured,
    warnings: [...raw.warnings, ...placement.warnings, ...unclear, ...staged.warnings],
  };
}

function pairsOf(measured: readonly MeasuredRecord[], column: string) {
  return measured.flatMap(({ areas, properties }) => {
    const declared = readNumber(properties[column]);
    return areas && declared !== null ? [{ declared, computed: areas.areaSquareMetres }] : [];
  });
}
