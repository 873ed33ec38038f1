import type { Ruleset } from '../../../data/contract/ruleset';
import { type GradeEntry, lastDayOf } from './grades';
import type { FirmStanding } from './standing';

/** A day on which grades that count run out: whose, and how many specialized firms are left after it. */
export interface RunningOut {
  readonly date: string;
  readonly firms: readonly string[];
  readonly specializedLeft: number;
}

/** Looks ahead: the last valid days of the firms that count on the day asked for, soonest first. Renewals are followed. */
export function gradesRunningOut(firms: readonly FirmStanding[], asOf: string, ruleset: Ruleset): RunningOut[] {
  const counted = firms.filter((firm) => firm.counted);
  const byDay = new Map<string, string[]>();
  for (const firm of counted) {
    const day = lastCoveredDay(firm.grades, asOf, ruleset.rules.grades);
    byDay.set(day, [...(byDay.get(day) ?? []), firm.uscc]);
  }
  let left = counted.length;
  return [...byDay]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([date, usccs]) => {
      left -= usccs.length;
      return { date, firms: usccs, specializedLeft: left };
    });
}

function lastCoveredDay(grades: readonly GradeEntry[], asOf: string, rules: Ruleset['rules']['grades']): string {
  const awards = grades
    .filter(({ grade }) => rules.specialized.value.includes(grade))
    .map((entry) => ({ from: entry.from, until: lastDayOf(entry, rules) }))
    .sort((a, b) => a.from.localeCompare(b.from));
  let covered = asOf;
  for (const { from, until } of awards) if (from <= dayAfter(covered) && until > covered) covered = until;
  return covered;
}

function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}
