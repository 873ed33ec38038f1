import type { z } from 'zod';
import type { gradeEntry } from '../../../data/contract/analysis';
import type { Ruleset } from '../../../data/contract/ruleset';
import type { Grade } from '../../../data/contract/vocabulary';

/** One award of a grade, as on record. */
export type GradeEntry = z.output<typeof gradeEntry>;
type GradeRules = Ruleset['rules']['grades'];

const rank: Record<Grade, number> = { technology: 0, innovative: 1, specialized: 2, 'little-giant': 3 };

/** The last day on which an award is valid: as recorded, else the ruleset's years from award. */
export function lastDayOf({ from, until }: GradeEntry, rules: GradeRules): string {
  if (until) return until;
  const [year, month, day] = from.split('-').map(Number) as [number, number, number];
  const end = new Date(Date.UTC(year + rules.years.value, month - 1, day - (rules.anniversaryCounts.value ? 0 : 1)));
  return end.toISOString().slice(0, 10);
}

/** The grades valid on a day. */
export function gradesOn(entries: readonly GradeEntry[], day: string, rules: GradeRules): Set<Grade> {
  const valid = entries.filter((entry) => entry.from <= day && day <= lastDayOf(entry, rules));
  return new Set(valid.map(({ grade }) => grade));
}

/** The highest of some grades. */
export function highestGrade(grades: ReadonlySet<Grade>): Grade | null {
  return [...grades].sort((a, b) => rank[b] - rank[a])[0] ?? null;
}

/** Whether a firm of these grades counts as a specialized SME. */
export function isSpecialized(grades: ReadonlySet<Grade>, rules: GradeRules): boolean {
  return rules.specialized.value.some((grade) => grades.has(grade));
}

/** Whether a firm of these grades counts as innovative or above. */
export function isInnovative(grades: ReadonlySet<Grade>, rules: GradeRules): boolean {
  const counted = rules.technologyCounts.value
    ? [...rules.innovative.value, 'technology' as const]
    : rules.innovative.value;
  return counted.some((grade) => grades.has(grade));
}
