import type { CityDatabase } from './city-database';
import { leastOf, once } from './clock';
import { megabyte, memoryOf, type Resident, withResident } from './resident';

/** What one size of city cost. */
export interface Grown {
  readonly parcels: number;
  readonly parks: number;
  readonly loadMs: number;
  readonly memoryMegabytes: number;
  readonly oneVerdictMs: number;
  readonly allVerdictsMs: number;
}

const rounds = 3;
/** The park of one piece and 300 plots that every city has. */
const park = '1';

/** Loads a city anew and measures what grows with it. */
export function measureGrowth(city: CityDatabase): Promise<Grown> {
  return withResident(city, (resident) => grownBy(city, resident));
}

async function grownBy({ city, parks }: CityDatabase, { engine, asked, load }: Resident): Promise<Grown> {
  const all = await once(() => engine.askEach('verdicts', parks, asked));
  const one = await leastOf(rounds, () => engine.ask('verdicts', { parks: [park] }, asked));
  return {
    parcels: city.parcels,
    parks: parks.length,
    loadMs: load.ms,
    memoryMegabytes: memoryOf(load.answer) / megabyte,
    oneVerdictMs: one.ms,
    allVerdictsMs: all.ms,
  };
}

/** The table of sizes, and below each column the exponent of the power of the number of parcels that fits it best. */
export function growthTable(grown: readonly Grown[]): string {
  const head = [
    '| parcels | parks | load | memory of the engine | one verdict, 300 plots | verdict per park, all in one go |',
    '| ---: | ---: | ---: | ---: | ---: | ---: |',
  ];
  const perPark = ({ allVerdictsMs, parks }: Grown): number => allVerdictsMs / parks;
  const rows = grown.map((size) => {
    const { parcels, parks, loadMs, memoryMegabytes, oneVerdictMs } = size;
    const ms = (value: number): string => `${value.toFixed(1)} ms`;
    return `| ${parcels.toLocaleString('en')} | ${parks} | ${ms(loadMs)} | ${memoryMegabytes.toFixed(0)} MB | ${ms(oneVerdictMs)} | ${ms(perPark(size))} |`;
  });
  const power = (of: (size: Grown) => number): string =>
    exponentOf(
      grown.map(({ parcels }) => parcels),
      grown.map(of),
    ).toFixed(2);
  const last = `| grows with parcels to the power of | | ${power((g) => g.loadMs)} | ${power((g) => g.memoryMegabytes)} | ${power((g) => g.oneVerdictMs)} | ${power(perPark)} |`;
  return [...head, ...rows, ...(grown.length > 1 ? [last] : [])].join('\n');
}

/** Slope of the straight line that fits the logarithms best (least squares). */
function exponentOf(sizes: readonly number[], values: readonly number[]): number {
  const xs = sizes.map(Math.log);
  const ys = values.map(Math.log);
  const mean = (numbers: readonly number[]): number => numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
  const [mx, my] = [mean(xs), mean(ys)];
  const along = xs.reduce((sum, x, i) => sum + (x - mx) * ((ys[i] ?? my) - my), 0);
  return along / xs.reduce((sum, x) => sum + (x - mx) ** 2, 0);
}
