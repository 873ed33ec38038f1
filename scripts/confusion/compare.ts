import type { ContiguityAnswer } from '../../data/contract/analysis';
import type { Ruleset } from '../../data/contract/ruleset';
import type { LeftoverKind } from '../../data/contract/vocabulary';
import { findLeftover } from '../../server/core/leftover';
import type { Surrounding } from '../../server/core/pieces/surroundings';
import { title } from '../../server/core/title';
import type { City, CityFirm, CityPark, LonLatPolygon, Truth } from '../sample-city/city';
import { storyDay } from '../sample-city/firms';
import { core } from './core';
import { groundOfPark } from './park-ground';

export interface PlotCase {
  readonly number: string;
  readonly park: string;
  readonly how: string;
  /** Null for plots beside a park that nobody planted. */
  readonly planted: 'corner' | 'scattered' | 'enclosed' | null;
  readonly surveyed: boolean;
  readonly said: LeftoverKind;
  readonly wouldBe: LeftoverKind | null;
  readonly areaMu: number;
  readonly measures: Record<string, number>;
}
/** How a park stands: its contiguity and the two tests of its firms. */
export type Standing = Pick<Truth['parks'][number], 'contiguity' | 'specializedCount' | 'outputShare'>;
export interface ParkCase {
  readonly park: string;
  readonly shape: string;
  readonly firms: string;
  readonly meant: Standing;
  readonly said: Standing;
  /** What each answer rests on. */
  readonly since: Readonly<Record<keyof Standing, string>>;
}

/** Asks the engine about every park of the city and every plot near it, without telling it what was planted. */
export function compareCity(city: City, ruleset: Ruleset): { plots: PlotCase[]; parks: ParkCase[] } {
  const compared = city.parks.map((park) => comparePark(city, park, ruleset));
  return { plots: compared.flatMap((one) => one.plots), parks: compared.map((one) => one.park) };
}

function comparePark(city: City, park: CityPark, ruleset: Ruleset): { plots: PlotCase[]; park: ParkCase } {
  const { members: plots, near, corridors: edges, redLine } = groundOfPark(city, park);
  const others = near.flatMap(({ id, geometry: { coordinates } }): Surrounding[] => {
    const geometry = core(coordinates as LonLatPolygon, 2 * ruleset.rules.contiguity.snapMetres.value);
    return geometry ? [{ id, kind: 'parcel', geometry }] : [];
  });
  const known = park.surroundingsKnown;
  const own = new Set(park.members);
  const firms = city.firms.filter((firm) => own.has(firm.parcel)).map(asFirm);
  const between = known ? [...edges, ...others] : undefined;
  const seen = title({ park: plots, firms, between, redLine, asOf: storyDay }, ruleset);
  const test = (id: string) => seen.tests.find((one) => one.id === id)?.verdict ?? 'unknown';
  const figures = (id: string) => {
    const { value, limit, missing = [] } = seen.tests.find((one) => one.id === id) ?? {};
    return `${value} against ${limit}, ${missing.length} figures missing`;
  };
  const since = {
    contiguity: tellPieces(seen.contiguity),
    specializedCount: figures('specialized-count'),
    outputShare: figures('output-share'),
  };
  const said = {
    contiguity: seen.contiguity.verdict,
    specializedCount: test('specialized-count'),
    outputShare: test('output-share'),
  };
  const found = findLeftover({ park: plots, plots: near, edges: known ? edges : undefined, redLine }, ruleset);
  const truth = city.truth.parks.find((one) => one.name === park.name);
  if (!truth) throw new Error(`nothing was meant by ${park.name}`);
  const planted = new Map(
    city.truth.plots.filter((plot) => plot.park === park.name).map((plot) => [plot.number, plot]),
  );
  return {
    park: { park: park.name, shape: truth.shape, firms: truth.firms, meant: truth, said, since },
    plots: found.map((finding) => ({
      number: finding.plot,
      park: park.name,
      how: planted.get(finding.plot)?.how ?? 'nothing',
      planted: planted.get(finding.plot)?.kind ?? null,
      surveyed: known,
      said: finding.kind,
      wouldBe: finding.wouldBe,
      areaMu: finding.areaMu,
      measures: finding.measures,
    })),
  };
}

function tellPieces({ readings, gaps }: ContiguityAnswer): string {
  const shares = readings.normal.pieces.map(({ share }) => `${(share * 100).toFixed(1)} %`).join(', ');
  const open = gaps
    .filter(({ bridged }) => bridged !== true)
    .map(
      ({ from, to, widthMetres, holds }) =>
        `${from}-${to} ${widthMetres.toFixed(1)} m [${holds.map(({ kind }) => kind).join(', ')}]`,
    );
  return `pieces of ${shares}; gaps not bridged: ${open.join('; ') || 'none'}`;
}

const asFirm = ({ uscc, name, grades, parcel, years }: CityFirm) => ({
  uscc,
  name,
  grades,
  plot: parcel,
  outputCny: Object.fromEntries(years.map(({ year, outputCny }) => [year, outputCny])),
});
