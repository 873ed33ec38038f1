import type { ImportMapping, ParcelField } from '../../data/contract';
import { columnNames } from '../../data/words/columns';
import type { ColumnProfile } from './profile-columns';

type Columns = ImportMapping['columns'];
type AreaUnit = ImportMapping['areaUnit'];

const numericFields: ReadonlySet<ParcelField> = new Set(['area', 'plotRatio', 'heightLimit', 'price']);
const mostlyShare = 0.8;
/** A column of numbers may repeat a few (that is a fault to report), but not most of them. */
const numberDistinctShare = 0.5;

/** Guesses which column fills which field, by name and by what the column holds. */
export function guessColumns(profiles: readonly ColumnProfile[], recordCount: number): Columns {
  const columns: Columns = {};
  const taken = new Set<string>();
  for (const field of Object.keys(columnNames) as ParcelField[]) {
    const found = field === 'number' ? numberColumn(profiles, recordCount) : byName(field, profiles, taken);
    if (!found) continue;
    columns[field] = found.name;
    taken.add(found.name);
  }
  return columns;
}

function byName(field: ParcelField, profiles: readonly ColumnProfile[], taken: ReadonlySet<string>) {
  return columnNames[field]
    .flatMap((name) => profiles.filter((profile) => plain(profile.name) === name))
    .find((profile) => !taken.has(profile.name) && profile.filled > 0 && fits(field, profile));
}

function fits(field: ParcelField, profile: ColumnProfile): boolean {
  return !numericFields.has(field) || profile.numeric >= mostlyShare;
}

/** A column of that name whose values mostly differ; else the id of the records, when every one has its own. */
function numberColumn(profiles: readonly ColumnProfile[], recordCount: number): ColumnProfile | undefined {
  const named = columnNames.number
    .flatMap((name) => profiles.filter((profile) => plain(profile.name) === name))
    .find((profile) => profile.distinct >= numberDistinctShare * profile.filled && profile.filled > 0);
  if (named) return named;
  const ids = ['@id', 'id', 'fid', 'objectid', 'code'];
  return ids
    .flatMap((name) => profiles.filter((profile) => plain(profile.name) === name))
    .find((profile) => profile.filled === recordCount && profile.distinct === recordCount);
}

function plain(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}

export const squareMetresPer: Record<AreaUnit, number> = {
  'square-metres': 1,
  hectares: 10_000,
  mu: 2000 / 3,
};
/** Declared areas stray from computed ones, but the units lie a factor of 15 and more apart. */
const unitTolerance = 1.5;

/** Guesses the unit of declared areas from their ratio to the computed ones; null when none fits. */
export function guessAreaUnit(pairs: readonly { declared: number; computed: number }[]): AreaUnit | null {
  const ratios = pairs
    .filter((pair) => pair.declared > 0 && pair.computed > 0)
    .map((pair) => pair.computed / pair.declared)
    .sort((a, b) => a - b);
  const middle = ratios[Math.floor(ratios.length / 2)];
  if (middle === undefined) return null;
  const units = Object.keys(squareMetresPer) as AreaUnit[];
  const fitting = units.find((unit) => {
    const off = middle / squareMetresPer[unit];
    return off < unitTolerance && off > 1 / unitTolerance;
  });
  return fitting ?? null;
}
