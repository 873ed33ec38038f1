import type { ChainLink, Grade } from '../../data/contract/vocabulary';
import type { CityFirm } from './city';
import type { Random } from './random';
import type { FirmsStory } from './recipe';
import { inventUscc } from './uscc';

/** A firm before it has a place. */
export type FirmDraft = Omit<CityFirm, 'unit' | 'parcel' | 'location'>;
interface Cast {
  specialized: number;
  innovative: number;
  plain: number;
  /** Share of the output of the newest year that the graded firms make: from, to. */
  share: readonly [number, number];
  expected: { specializedCount: 'met' | 'unmet' | 'unknown'; outputShare: 'met' | 'unmet' | 'unknown' };
}
const newestYear = 2025;
/** The day for which the stories are told. */
export const storyDay = '2026-11-23';
const met = { specializedCount: 'met', outputShare: 'met' } as const;

/** How each park's firms are cast. */
export const casts: Record<FirmsStory, Cast> = {
  pass: { specialized: 5, innovative: 1, plain: 2, share: [0.26, 0.49], expected: met },
  strong: { specialized: 8, innovative: 2, plain: 3, share: [0.52, 0.71], expected: met },
  three: {
    specialized: 3,
    innovative: 3,
    plain: 2,
    share: [0.31, 0.48],
    expected: { specializedCount: 'unmet', outputShare: 'met' },
  },
  lapsed: {
    specialized: 4,
    innovative: 1,
    plain: 4,
    share: [0.28, 0.4],
    expected: { specializedCount: 'unmet', outputShare: 'met' },
  },
  short: {
    specialized: 5,
    innovative: 1,
    plain: 4,
    share: [0.185, 0.1996],
    expected: { specializedCount: 'met', outputShare: 'unmet' },
  },
  exact: { specialized: 4, innovative: 0, plain: 5, share: [0.2, 0.2], expected: met },
  unreported: {
    specialized: 5,
    innovative: 1,
    plain: 5,
    share: [0.27, 0.33],
    expected: { specializedCount: 'met', outputShare: 'unknown' },
  },
  harmless: { specialized: 5, innovative: 1, plain: 4, share: [0.36, 0.5], expected: met },
  none: {
    specialized: 0,
    innovative: 0,
    plain: 8,
    share: [0, 0],
    expected: { specializedCount: 'unmet', outputShare: 'unmet' },
  },
  'small-unknown': {
    specialized: 4,
    innovative: 0,
    plain: 3,
    share: [0.27, 0.33],
    expected: { specializedCount: 'met', outputShare: 'unknown' },
  },
};

const first = '青澜星禾云砚松岚鹭泓霁墨棠屿澄朔楠珩';
const second = '川舟石原桥岭渡屏麓汀弦野泉域衡枢帆晖';
const trades: Record<string, string> = {
  semiconductors: '微电子',
  photonics: '光电',
  'smart-terminals': '智能终端',
  'data-software': '软件',
  'power-grid': '电气',
  'smart-components': '精密零件',
  'machine-systems': '机械',
  'chemical-materials': '化工材料',
  'textile-materials': '纺织材料',
  'electronic-materials': '电子材料',
  'energy-materials': '新能源材料',
  'home-building': '建材',
  'health-food': '食品',
  ceramics: '陶瓷',
  'smart-cultural': '文创',
  biomedicine: '生物',
};

/** Makes up the firms of one park after its story. */
export function castFirms(story: FirmsStory, segment: string, serial: () => number, random: Random): FirmDraft[] {
  const cast = casts[story];
  const graded = cast.specialized + cast.innovative;
  const outputs = shareOut(cast, random);
  return outputs.map((outputCny, i) => {
    const draft = newFirm(serial(), segment, outputCny, random);
    if (i < cast.specialized) draft.grades = specializedGrades(story, i, random);
    else if (i < graded) draft.grades = [award('innovative', random.whole(2024, 2026), random)];
    else if (random.chance(0.25)) draft.grades = [award('innovative', random.whole(2020, 2021), random)];
    hide(draft, story, i, graded);
    return draft;
  });
}

/** A firm that stands in no park: mostly without a grade. */
export function strayFirm(serial: number, segment: string, random: Random): FirmDraft {
  const draft = newFirm(serial, segment, random.whole(800, 26_000) * 10_000, random);
  if (random.chance(0.22)) draft.grades = [award('innovative', random.whole(2024, 2026), random)];
  else if (random.chance(0.12)) draft.grades = [award('specialized', random.whole(2023, 2026), random)];
  else if (random.chance(0.05)) draft.grades = [award('technology', 2026, random)];
  return draft;
}

/** Outputs in yuan, graded firms first, whose graded share is exactly the cast's to the yuan where that can be. */
function shareOut(cast: Cast, random: Random): number[] {
  const graded = Array.from({ length: cast.specialized + cast.innovative }, () => random.whole(1800, 21_000) * 10_000);
  const sum = graded.reduce((total, value) => total + value, 0);
  const share = random.between(...cast.share);
  const rest = share > 0 ? Math.round(sum / share) - sum : random.whole(20_000, 60_000) * 10_000;
  const weights = Array.from({ length: cast.plain + random.whole(0, 2) }, () => random.between(0.5, 1.5));
  const whole = weights.reduce((total, value) => total + value, 0);
  const plain = weights.map((weight) => Math.round((rest * weight) / whole));
  const drift = rest - plain.reduce((total, value) => total + value, 0);
  plain[0] = (plain[0] ?? 0) + drift;
  return [...graded, ...plain];
}

function newFirm(serial: number, segment: string, outputCny: number, random: Random): FirmDraft {
  const word = random.pick([...first]) + random.pick([...second]);
  const taxShare = random.between(0.02, 0.1);
  const years = [2022, 2023, 2024, newestYear].map((year) => {
    const then = year === newestYear ? outputCny : Math.round(outputCny * random.between(0.7, 1.08));
    return {
      year,
      outputCny: random.chance(0.04) && year < newestYear ? null : then,
      taxCny: Math.round(then * taxShare),
    };
  });
  const links: Record<ChainLink, number> = {
    'final-assembly': 3,
    'chip-making': segment === 'semiconductors' ? 5 : 0,
    'system-integration': 2,
    'key-materials': 3,
    other: 6,
  };
  return {
    uscc: inventUscc(serial),
    name: `样例${word}${trades[segment] ?? '科技'}有限公司`,
    segment,
    link: random.chance(0.8) ? random.weigh<ChainLink>(links) : null,
    grades: [],
    years,
  };
}

function award(grade: Grade, year: number, random: Random) {
  const month = year === 2026 ? random.whole(1, 9) : year === 2023 ? 12 : random.whole(1, 12);
  const from = `${year}-${String(month).padStart(2, '0')}-01`;
  return { grade, from, until: null, document: `样例文号〔${year}〕${random.whole(1, 60)}号` };
}

function specializedGrades(story: FirmsStory, i: number, random: Random): FirmDraft['grades'] {
  if (story === 'lapsed' && i === 0)
    return [{ grade: 'specialized', from: '2023-03-01', until: null, document: '样例文号〔2023〕7号' }];
  if (i === 1) return [{ grade: 'specialized', from: '2024-03-01', until: null, document: '样例文号〔2024〕9号' }];
  const specialized = award('specialized', random.pick([2024, 2025, 2025, 2026]), random);
  const earlier = {
    grade: 'innovative' as const,
    from: '2022-06-01',
    until: '2025-05-31',
    document: '样例文号〔2022〕3号',
  };
  if (random.chance(0.2)) return [specialized, award('little-giant', random.pick([2024, 2025]), random)];
  return random.chance(0.4) ? [earlier, specialized] : [specialized];
}

/** Takes out the figures that a story leaves unreported. */
function hide(draft: FirmDraft, story: FirmsStory, i: number, graded: number): void {
  const unreported =
    (story === 'unreported' && i >= graded && i < graded + 2) ||
    (story === 'harmless' && i === 1) ||
    story === 'small-unknown';
  if (!unreported) return;
  draft.years = draft.years.map((year) => (year.year === newestYear ? { ...year, outputCny: null } : year));
}
