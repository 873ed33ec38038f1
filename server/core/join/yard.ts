import type { Areal } from '../../../data/contract/geojson';
import type { Ruleset } from '../../../data/contract/ruleset';
import type { ReadingName } from '../../../data/contract/vocabulary';
import { openCityCrs } from '../fabric/city-crs';
import { type Part, type PlotInput, partsOf } from '../fabric/fabric';
import { ROUNDING_METRES } from '../fabric/rounding';
import type { GapRuling } from '../pieces/judge-gap';
import type { ContiguitySettings } from '../pieces/settings';
import type { Between } from '../pieces/surroundings';
import { openBridging } from './bridging';
import { type Ground, layGround } from './ground';
import { type Judge, openJudge, widestGap } from './judge';
import { findLinks } from './links';
import { layObstacles } from './obstacles';
import { openPairs } from './pairs';
import { openSearch, type Search } from './search';
import { type Weighing, weightOf } from './weigh';

/** A park and its candidates measured once for all searches. */
export interface Yard {
  readonly ground: Ground;
  readonly judge: Judge;
  readonly search: Search;
  readonly weights: readonly number[];
  /** Candidates whose price is not known, by place; they weigh nothing here. */
  readonly unpriced: readonly number[];
  /** What a plot costs over its weight, so that among equal weights fewer plots win. */
  readonly tieCost: number;
  readonly parkParts: readonly Part[];
  readonly partsOfCandidate: readonly (readonly Part[])[];
}

interface YardInput {
  readonly park: readonly PlotInput[];
  readonly plots: readonly (PlotInput & { readonly price?: number | null | undefined })[];
  readonly between?: Between | undefined;
  readonly redLine?: Areal | null | undefined;
  readonly rulings?: readonly GapRuling[] | undefined;
  readonly reading?: ReadingName | undefined;
  readonly weigh?: Weighing | undefined;
}

const TIE_SHARE = 1e-9;

/** Lays a park and its candidates out, weighs the candidates and finds what could join what. */
export function layYard(input: YardInput, ruleset: Ruleset, settings: ContiguitySettings): Yard {
  const crs = openCityCrs(ruleset.rules.measure.cityCrs.value.proj4);
  const reading = input.reading ?? 'normal';
  const widestMetres = widestGap(reading, settings);
  const reachMetres = Math.max(settings.snapMetres + 2 * ROUNDING_METRES, widestMetres);
  const ground = layGround(input.park, input.plots, crs, settings);
  const pairs = openPairs(ground, reachMetres, settings);
  const obstacles =
    input.between && reading === 'normal' ? layObstacles(input.between, ground, reachMetres, crs, ruleset) : null;
  const known = {
    redLine: input.redLine ? partsOf({ id: '', geometry: input.redLine }, crs) : [],
    rulings: input.rulings ?? [],
    roles: ruleset.rules.contiguity.gapRoles.value,
    snapMetres: settings.snapMetres,
  };
  const bridging = reading === 'normal' ? openBridging(obstacles, known) : null;
  const judge = openJudge(ground, pairs, widestMetres, bridging);
  const parkParts = ground.parts.slice(0, ground.parkParts);
  const partsOfCandidate = input.plots.map((plot) => partsOf(plot, crs));
  const found = input.plots.map(({ price }, place) =>
    weightOf(partsOfCandidate[place] ?? [], price ?? null, parkNear(ground, place), input.weigh ?? 'area', settings),
  );
  const weights = found.map((weight) => weight ?? 0);
  const tieCost = TIE_SHARE * weights.reduce((most, weight) => Math.max(most, weight), 1);
  const links = findLinks(ground, pairs, { ...known, reading, widestMetres, obstacles }, settings);
  const costs = Float64Array.from(weights, (weight) => weight + tieCost);
  return {
    ground,
    judge,
    search: openSearch({ ground, links, costs }, judge, bridging),
    weights,
    unpriced: found.flatMap((weight, place) => (weight === null ? [place] : [])),
    tieCost,
    parkParts,
    partsOfCandidate,
  };
}

/** Parts of the park whose boxes meet those of a candidate. */
function parkNear({ parts, index, parkParts, partsOfBlob, blobsOfCandidate }: Ground, candidate: number): Part[] {
  const own = (blobsOfCandidate[candidate] ?? []).flatMap((blob) => partsOfBlob[blob] ?? []);
  const places = own.flatMap((part) => index?.search(...(parts[part] as Part).box, (other) => other < parkParts) ?? []);
  return [...new Set(places)].sort((a, b) => a - b).map((place) => parts[place] as Part);
}
