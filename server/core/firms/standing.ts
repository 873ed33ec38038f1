import type { z } from 'zod';
import type { firmCase } from '../../../data/contract/analysis';
import type { Ruleset } from '../../../data/contract/ruleset';
import type { Grade } from '../../../data/contract/vocabulary';
import type { FindingMessage } from '../../../data/words/findings';
import type { CityCrs } from '../fabric/city-crs';
import { distanceToGround } from '../fabric/distance';
import type { Part } from '../fabric/fabric';
import { ROUNDING_METRES } from '../fabric/rounding';
import { type GradeEntry, gradesOn, highestGrade, isInnovative, isSpecialized } from './grades';
import { isValidUscc, normalUscc } from './uscc';

/** A firm as callers record it. */
export type FirmCase = z.output<typeof firmCase>;

/** One firm, its records merged, as it stands to a park on a day. */
export interface FirmStanding {
  readonly uscc: string;
  readonly name: string;
  readonly inPark: boolean;
  readonly grades: readonly GradeEntry[];
  readonly gradeNow: Grade | null;
  readonly isSpecialized: boolean;
  readonly isInnovative: boolean;
  readonly usccValid: boolean;
  /** True if its code fails and another firm has its name: it may be the same. */
  readonly maybeRepeated: boolean;
  /** Records merged into this one. */
  readonly records: readonly FirmCase[];
  /** Whether the specialized count takes it in, and why. */
  readonly counted: boolean;
  readonly why: FindingMessage;
}

/** Tells for each firm, once by its code, whether it is in the park and which of its grades count on a day. */
export function standFirms(
  firms: readonly FirmCase[],
  park: readonly Part[],
  crs: CityCrs,
  asOf: string,
  ruleset: Ruleset,
): FirmStanding[] {
  const rules = ruleset.rules.grades;
  const byCode = new Map<string, FirmCase[]>();
  for (const firm of firms) {
    const code = normalUscc(firm.uscc);
    byCode.set(code, [...(byCode.get(code) ?? []), firm]);
  }
  const isRepeat = repeatsByName(byCode);
  const plots = new Set(park.map(({ plot }) => plot));
  return [...byCode].map(([uscc, all]): FirmStanding => {
    const records = all.filter((firm) => standsIn(firm, plots, park, crs));
    const grades = all.flatMap((firm) => firm.grades);
    const held = gradesOn(grades, asOf, rules);
    const standing = {
      uscc,
      name: all[0]?.name ?? '',
      inPark: records.length > 0,
      grades,
      gradeNow: highestGrade(held),
      isSpecialized: isSpecialized(held, rules),
      isInnovative: isInnovative(held, rules),
      usccValid: isValidUscc(uscc),
      maybeRepeated: isRepeat(uscc),
      records,
    };
    return { ...standing, ...countOf(standing, asOf) };
  });
}

function countOf(
  firm: Pick<FirmStanding, 'inPark' | 'isSpecialized' | 'maybeRepeated' | 'gradeNow'>,
  date: string,
): Pick<FirmStanding, 'counted' | 'why'> {
  if (!firm.inPark) return { counted: false, why: { code: 'not-counted-outside' } };
  if (!firm.isSpecialized) return { counted: false, why: { code: 'not-counted-grade', args: { date } } };
  if (firm.maybeRepeated) return { counted: false, why: { code: 'not-counted-identity' } };
  return { counted: true, why: { code: 'counted-specialized', args: { grade: firm.gradeNow ?? '', date } } };
}

/** In the park by its plot, else by its place, else by being named with it. */
function standsIn(firm: FirmCase, plots: ReadonlySet<string>, park: readonly Part[], crs: CityCrs): boolean {
  if (firm.plot !== null && firm.plot !== undefined) return plots.has(firm.plot);
  if (!firm.location) return true;
  const [x, y] = crs.toMetres(firm.location.coordinates);
  return park.some((part) => distanceToGround(x, y, part) <= ROUNDING_METRES);
}

/** Finds codes that fail their checksum and whose name another code has: of two failing codes, the later one. */
function repeatsByName(byCode: ReadonlyMap<string, readonly FirmCase[]>): (uscc: string) => boolean {
  const repeats = new Set<string>();
  const holder = new Map<string, string>();
  const codes = [...byCode.keys()].sort((a, b) => Number(isValidUscc(b)) - Number(isValidUscc(a)));
  for (const code of codes) {
    const name = byCode.get(code)?.[0]?.name.normalize('NFKC').replace(/\s/g, '') ?? '';
    if (!isValidUscc(code) && name !== '' && holder.has(name)) repeats.add(code);
    else holder.set(name, code);
  }
  return (uscc) => repeats.has(uscc);
}
