import type { ImportMapping } from '../../data/contract';
import type { FieldOfKind } from './kinds/kind';
import { plainName } from './plain-name';
import type { ColumnProfile } from './profile-columns';

type Columns = ImportMapping['columns'];
type AreaUnit = ImportMapping['areaUnit'];

const mostlyShare = 0.8;
/** A column of numbers may repeat a few (that is a fault to report), but not most of them. */
const distinctShare = 0.5;
/** Names of ids that stand in for a missing number when every record has its own. */
const idNames = ['@id', 'id', 'fid', 'objectid', 'code'];

/** Guesses which column fills which field, by name and by what the column holds. */
export function guessColumns(
  fields: readonly FieldOfKind[],
  profiles: readonly ColumnProfile[],
  recordCount: number,
): Columns {
  const columns: Columns = {};
  const taken = new Set<string>();
  for (const field of fields) {
    const named = byName(field, profiles).find((profile) => !taken.has(profile.name) && fits(field, profile));
    const found = named ?? (field.distinct ? idColumn(profiles, recordCount) : undefined);
    if (!found) continue;
    columns[field.id] = found.name;
    taken.add(found.name);
  }
  return columns;
}

function byName(field: FieldOfKind, profiles: readonly ColumnProfile[]): ColumnProfile[] {
  const settled = profiles.some((profile) => field.settledBy?.includes(plainName(profile.name)));
  const names = (settled && field.settledBy) || field.names;
  return names.flatMap((name) => profiles.filter((profile) => plainName(profile.name) === name));
}

function fits(field: FieldOfKind, { filled, counted, distinct, numeric }: ColumnProfile): boolean {
  if (filled === 0 || (field.numeric && numeric < mostlyShare)) return false;
  return !field.distinct || distinct >= distinctShare * counted;
}

function idColumn(profiles: readonly ColumnProfile[], recordCount: number): ColumnProfile | undefined {
  return idNames
    .flatMap((name) => profiles.filter((profile) => plainName(profile.name) === name))
    .find(({ filled, counted, distinct }) => filled === recordCount && distinct === counted);
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
