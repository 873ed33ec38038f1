import type { ParkCard, ParkFirm } from '../../data/contract';
import type { Ruleset } from '../../data/contract/ruleset';
import { sayFinding } from '../../data/words/findings';
import { lastDayOf } from '../core/firms/grades';
import { gradesRunningOut } from '../core/firms/running-out';
import type { Judged } from '../engine/ops/judge';
import type { Lang } from '../lang';

/** Firms of a park with grades and place, counted or not and why; never output or tax. */
export function tellFirms(
  { firms: stored, finding }: Judged,
  asOf: string,
  ruleset: Ruleset,
  lang: Lang,
): Pick<ParkCard, 'firms' | 'firmsByGrade' | 'ahead'> {
  const byCode = new Map(stored.map((firm) => [firm.uscc, firm]));
  const inside = finding.firms.filter(({ inPark }) => inPark);
  const firms = inside.flatMap((standing): ParkFirm[] => {
    const record = byCode.get(standing.uscc);
    if (!record) return [];
    return [
      {
        id: record.id,
        uscc: standing.uscc,
        name: standing.name,
        grades: record.grades.map((entry) => ({
          grade: entry.grade,
          from: entry.from,
          until: lastDayOf(entry, ruleset.rules.grades),
        })),
        gradeNow: standing.gradeNow,
        counted: standing.counted,
        why: sayFinding(standing.why, lang),
        outputKnown: typeof record.outputCny[String(finding.outputYear)] === 'number',
        location: record.location,
        parcel: record.plot,
      },
    ];
  });
  const firmsByGrade: Record<string, number> = {};
  for (const { gradeNow } of firms) {
    const grade = gradeNow ?? 'none';
    firmsByGrade[grade] = (firmsByGrade[grade] ?? 0) + 1;
  }
  const ahead = gradesRunningOut(inside, asOf, ruleset).map((day) => ({ ...day, firms: [...day.firms] }));
  return { firms, firmsByGrade, ahead };
}
