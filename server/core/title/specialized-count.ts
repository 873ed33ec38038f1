import type { Ruleset } from '../../../data/contract/ruleset';
import type { FindingMessage } from '../../../data/words/findings';
import type { TestFinding } from '../findings';
import type { FirmStanding } from '../firms/standing';

/** Counts the specialized firms of a park against the number asked for. */
export function testSpecializedCount(
  firms: readonly FirmStanding[],
  ruleset: Ruleset,
): TestFinding & { firms: string[] } {
  const rule = ruleset.rules.title.specializedFirms;
  const counted = firms.filter((firm) => firm.counted);
  const doubtful = firms.filter((firm) => firm.inPark && firm.isSpecialized && firm.maybeRepeated);
  const isMet = counted.length >= rule.value;
  const couldBeMet = counted.length + doubtful.length >= rule.value;
  return {
    id: 'specialized-count',
    verdict: isMet ? 'met' : couldBeMet ? 'unknown' : 'unmet',
    value: counted.length,
    limit: rule.value,
    missing: doubtful.map(({ name, uscc }) => ({ code: 'firm-identity', args: { firm: name, uscc } })),
    rule,
    notes: notesOf(firms, counted.length, rule.value, ruleset),
    firms: counted.map(({ uscc }) => uscc),
  };
}

function notesOf(firms: readonly FirmStanding[], count: number, limit: number, ruleset: Ruleset): FindingMessage[] {
  const inside = firms.filter(({ inPark }) => inPark);
  const notes: FindingMessage[] = [];
  if (count < limit) notes.push({ code: 'firms-short', args: { count: limit - count } });
  const merged = inside.reduce((sum, { records }) => sum + records.length - 1, 0);
  if (merged > 0) notes.push({ code: 'firms-merged', args: { count: merged } });
  for (const { name, uscc, usccValid } of inside) {
    if (!usccValid) notes.push({ code: 'uscc-invalid', args: { firm: name, uscc } });
  }
  const technology = inside.filter(({ gradeNow }) => gradeNow === 'technology').length;
  if (technology > 0 && !ruleset.rules.grades.technologyCounts.value) {
    notes.push({ code: 'technology-not-counted', args: { count: technology } });
  }
  return notes;
}
