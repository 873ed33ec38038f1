import type { LandUse, PlotStatus } from '../../data/contract/vocabulary';
import type { CityParcel } from './city';
import type { Plot } from './district';
import type { Random } from './random';

type Attributes = Omit<CityParcel, 'number' | 'unit' | 'unitBasis' | 'polygon'>;

/** Codes of the national classification of land use (2023), one or a few to each group. */
const codes: Record<LandUse, readonly string[]> = {
  industrial: ['100101', '100101', '100102', '100103'],
  research: ['0802'],
  logistics: ['110101'],
  commercial: ['0901', '0902'],
  residential: ['070102', '0703'],
  public: ['0804', '0806', '0801'],
  green: ['1401', '1402'],
  transport: ['1207'],
  water: ['1704', '1705'],
  farmland: ['0101', '0103'],
  other: ['1601', '0201', '0301'],
};
const inPark: Partial<Record<PlotStatus, number>> = {
  'in-production': 66,
  inefficient: 8,
  idle: 4,
  'under-construction': 9,
  'supplied-not-started': 5,
  'on-offer': 4,
  'approved-not-supplied': 4,
};
const outside: Partial<Record<PlotStatus, number>> = {
  'in-production': 48,
  inefficient: 12,
  idle: 6,
  'under-construction': 6,
  'supplied-not-started': 6,
  'on-offer': 5,
  'approved-not-supplied': 7,
  planned: 7,
  'taken-back': 3,
};
const moving = new Set<LandUse>(['industrial', 'logistics', 'research', 'commercial']);
const yuanPerSquareMetre: Partial<Record<LandUse, [number, number]>> = {
  industrial: [380, 780],
  logistics: [350, 620],
  research: [700, 1300],
  commercial: [2600, 6200],
};

/** Everything about a parcel but its place: believable, and missing where registers have gaps. */
export function describe(plot: Plot, areaSquareMetres: number, random: Random): Attributes {
  const { use } = plot;
  const works = use === 'industrial' || use === 'logistics';
  const built = works || use === 'research' || use === 'commercial' || use === 'residential' || use === 'public';
  const price = yuanPerSquareMetre[use];
  const round = (value: number, digits: number) => Number(value.toFixed(digits));
  return {
    use,
    useCode: random.pick(codes[use]),
    status: statusOf(plot, random),
    tenure: tenureOf(plot, random),
    plotRatio:
      built && random.chance(0.93) ? round(works ? random.between(1, 2.4) : random.between(1.4, 3.2), 2) : null,
    buildingDensity:
      built && random.chance(0.9) ? round(works ? random.between(0.36, 0.56) : random.between(0.22, 0.38), 2) : null,
    heightLimitMetres:
      built && random.chance(0.9) ? (works ? random.pick([24, 30, 36, 40]) : random.pick([24, 36, 54, 80])) : null,
    greenShare:
      built && random.chance(0.9) ? round(works ? random.between(0.1, 0.2) : random.between(0.25, 0.35), 2) : null,
    priceCny:
      price && random.chance(0.8) ? Math.round((random.between(...price) * areaSquareMetres) / 1000) * 1000 : null,
    farmland: use === 'farmland',
    declaredAreaSquareMetres: random.chance(0.97)
      ? round(areaSquareMetres * (random.chance(0.015) ? random.between(1.06, 1.15) : random.between(0.999, 1.001)), 2)
      : null,
  };
}

function statusOf(plot: Plot, random: Random): PlotStatus | null {
  if (plot.planted)
    return random.weigh<PlotStatus>({ planned: 4, idle: 3, 'taken-back': 2, 'approved-not-supplied': 1 });
  if (!moving.has(plot.use)) return null;
  return random.weigh<PlotStatus>(plot.park === null ? outside : inPark);
}

function tenureOf(plot: Plot, random: Random): Attributes['tenure'] {
  if (plot.planted) return random.weigh({ collective: 5, state: 3, unknown: 2 });
  if (plot.use === 'farmland' || plot.use === 'other') return 'collective';
  if (plot.use === 'residential') return random.weigh({ state: 6, collective: 4 });
  return random.weigh({ state: 95, unknown: 5 });
}
