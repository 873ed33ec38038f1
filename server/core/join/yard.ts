import type { Areal } from '../../../data/contract/geojson';
import type { Ruleset } from '../../../data/contract/ruleset';
import type { ReadingName } from '../../../data/contract/vocabulary';
import { openCityCrs } from '../fabric/city-crs';
import { indexOf, type Part, type PlotInput, partsOf } from '../fabric/fabric';
import type { GapKnowledge, GapRuling } from '../pieces/judge-gap';
import type { ContiguitySettings } from '../pieces/settings';
import { strictPieces } from '../pieces/strict-pieces';
import { type Between, laySurroundings } from '../pieces/surroundings';
import { linkBlobs } from './links';
import type { JoinGraph } from './relaxation';
import { type Weighing, weightOf } from './weigh';

/** A park and its candidates measured once for all searches. */
export interface Yard {
  readonly graph: JoinGraph;
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
  const parkParts = input.park.flatMap((plot) => partsOf(plot, crs));
  const partsOfCandidate = input.plots.map((plot) => partsOf(plot, crs));
  const parts = [...parkParts, ...partsOfCandidate.flat()];
  const fabric = { parts, index: indexOf(parts) };

  const pieces = strictPieces({ parts: parkParts, index: indexOf(parkParts) }, settings).pieces;
  const blobOf = new Int32Array(parts.length);
  for (const [piece, members] of pieces.entries()) for (const part of members) blobOf[part] = piece;
  const candidateOf = [...pieces.map(() => -1), ...partsOfCandidate.flatMap((own, place) => own.map(() => place))];
  for (let part = parkParts.length; part < parts.length; part++) blobOf[part] = pieces.length + part - parkParts.length;

  const knowledge: GapKnowledge = {
    between: input.between ? laySurroundings(input.between, fabric, crs, ruleset) : null,
    redLine: input.redLine ? partsOf({ id: '', geometry: input.redLine }, crs) : [],
    rulings: input.rulings ?? [],
    roles: ruleset.rules.contiguity.gapRoles.value,
    snapMetres: settings.snapMetres,
  };
  const found = input.plots.map(({ price }, place) =>
    weightOf(partsOfCandidate[place] ?? [], price ?? null, parkParts, input.weigh ?? 'area', settings),
  );
  const weights = found.map((weight) => weight ?? 0);
  const tieCost = TIE_SHARE * weights.reduce((most, weight) => Math.max(most, weight), 1);
  return {
    graph: {
      links: linkBlobs(fabric, blobOf, input.reading ?? 'normal', knowledge, settings),
      candidateOf: Int32Array.from(candidateOf),
      costs: Float64Array.from(weights, (weight) => weight + tieCost),
    },
    weights,
    unpriced: found.flatMap((weight, place) => (weight === null ? [place] : [])),
    tieCost,
    parkParts,
    partsOfCandidate,
  };
}
