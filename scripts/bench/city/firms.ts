import type { Grade } from '../../../data/contract/vocabulary';
import { openRandom } from '../../sample-city/random';
import { inventUscc } from '../../sample-city/uscc';
import { type CityRecipe, parkShares } from './recipe';

/** An invented firm on a plot of a park. */
export interface BenchFirm {
  readonly id: number;
  readonly uscc: string;
  readonly name: string;
  readonly parcel: number;
  readonly grade: Grade | null;
  readonly gradeFrom: string;
  readonly years: readonly { readonly year: number; readonly outputCny: number | null }[];
}

const gradeWeights = { innovative: 25, specialized: 28, 'little-giant': 6, none: 41 };
const reportedYears = [2023, 2024, 2025];
const unreportedShare = 0.04;
const outputCny = [8_000_000, 420_000_000] as const;
const firstGradeYear = 2023;

/** Invents the firms of all parks, given the plots of each; every name says that it is a sample. */
export function inventFirms({ seed }: CityRecipe, plotsOfPark: ReadonlyMap<number, readonly number[]>): BenchFirm[] {
  const random = openRandom(seed).fork('firms');
  const firms: BenchFirm[] = [];
  for (const [, plots] of [...plotsOfPark].sort(([a], [b]) => a - b)) {
    for (let left = random.whole(...parkShares.firms); left > 0; left--) {
      const id = firms.length + 1;
      const grade = random.weigh(gradeWeights);
      firms.push({
        id,
        uscc: inventUscc(id),
        name: `样例测速企业 ${id}`,
        parcel: random.pick(plots),
        grade: grade === 'none' ? null : grade,
        gradeFrom: `${firstGradeYear + random.whole(0, 3)}-0${random.whole(1, 9)}-01`,
        years: reportedYears.map((year) => ({
          year,
          outputCny: random.chance(unreportedShare) ? null : Math.round(random.between(...outputCny)),
        })),
      });
    }
  }
  return firms;
}
