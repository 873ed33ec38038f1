import type { JoinAnswer } from '../../data/contract/analysis';
import type { Areal } from '../../data/contract/geojson';
import type { Ruleset } from '../../data/contract/ruleset';
import type { ReadingName } from '../../data/contract/vocabulary';
import { muOf } from './fabric/area';
import type { PlotInput } from './fabric/fabric';
import { type PiecesToday, piecesToday } from './join/pieces-today';
import type { Found } from './join/search';
import { areaAdded, type Weighing } from './join/weigh';
import { layYard, type Yard } from './join/yard';
import type { GapRuling } from './pieces/judge-gap';
import { type ContiguityOverrides, contiguitySettings } from './pieces/settings';
import type { Between } from './pieces/surroundings';

/** A plot that could be taken in, with its price where prices are weighed. */
export interface Candidate extends PlotInput {
  readonly price?: number | null | undefined;
}

/** A park in pieces and what could join it; geometry judged. `between` left out = not known what lies between. */
export interface JoinInput {
  readonly park: readonly PlotInput[];
  readonly plots: readonly Candidate[];
  readonly between?: Between | undefined;
  readonly redLine?: Areal | null | undefined;
  readonly rulings?: readonly GapRuling[] | undefined;
  readonly reading?: ReadingName | undefined;
  readonly weigh?: Weighing | undefined;
  readonly refused?: readonly string[] | undefined;
}

/** A joining set: the plots, what they weigh, what every set weighs at least. */
export type JoiningSet = Omit<JoinAnswer, 'alternatives' | 'alreadyContiguous'>;

/** A park and its candidates laid out, to be asked for one joining set after another. */
export interface Joining extends PiecesToday {
  readonly alreadyContiguous: boolean;
  /** The lightest set of candidates that joins, without some of them. */
  lightest(without?: readonly string[]): JoiningSet;
}

/** After so many proposals of the graph a bound is given instead of a proof. */
const PROPOSALS = 200;

const impossible: JoiningSet = {
  possible: false,
  plots: [],
  weight: null,
  areaMu: null,
  proved: true,
  lowerBound: null,
};

/**
 * Finds the lightest set of candidates that, added to the park, leaves one piece under a reading, and for each plot of
 * it the lightest set without it. What is one piece is judged as `contiguity` does; gaps of unknown contents stay open.
 * Weights are mu (without ground the park has already), plots, or price.
 */
export function joinPark(input: JoinInput, ruleset: Ruleset, overrides: ContiguityOverrides = {}): JoinAnswer {
  const { alreadyContiguous, lightest } = openJoining(input, ruleset, overrides);
  const set = lightest();
  const alternatives = set.plots.map((without) => {
    const { possible, plots, weight } = lightest([without]);
    return { without, plots: possible ? plots : null, weight };
  });
  return { ...set, alternatives, alreadyContiguous };
}

/** Lays a park and its candidates out once for all that is asked of them, by the same rules. */
export function openJoining(input: JoinInput, ruleset: Ruleset, overrides: ContiguityOverrides = {}): Joining {
  const { settings } = contiguitySettings(ruleset, overrides);
  const refused = new Set(input.refused);
  const plots = input.plots.filter(({ id }) => !refused.has(id));
  const yard = layYard({ ...input, plots }, ruleset, settings);
  const placesOf = (ids: readonly string[]) => {
    const asked = new Set(ids);
    return [...plots.keys()].filter((place) => asked.has(plots[place]?.id ?? ''));
  };
  const today = piecesToday(yard, placesOf);
  const alreadyContiguous = today.pieces.length === 1;
  return {
    ...today,
    alreadyContiguous,
    lightest: (without = []) => {
      if (alreadyContiguous) return { ...impossible, possible: true, weight: 0, areaMu: 0, lowerBound: 0 };
      const { chosen, weight, lowerBound, proved } = weighed(yard, placesOf(without));
      if (!chosen) return { ...impossible, proved };
      const parts = chosen.flatMap((place) => yard.partsOfCandidate[place] ?? []);
      return {
        possible: true,
        plots: chosen.map((place) => plots[place]?.id ?? ''),
        weight,
        areaMu: muOf(areaAdded(parts, yard.parkParts, settings)),
        proved,
        lowerBound,
      };
    },
  };
}

interface Weighed {
  readonly chosen: readonly number[] | null;
  readonly weight: number | null;
  readonly lowerBound: number | null;
  readonly proved: boolean;
}

/** The lightest set without some candidates, of those whose weight is known, else of all. */
function weighed(yard: Yard, without: readonly number[]): Weighed {
  const priced = yard.search.find(new Set([...without, ...yard.unpriced]), PROPOSALS);
  if (yard.unpriced.length === 0) return weigh(priced, yard);
  return weighUnpriced(priced, yard.search.find(new Set(without), PROPOSALS), yard);
}

/** Turns costs, which break ties in favour of fewer plots, back into plain weights. */
function weigh({ chosen, lowerBound, isProven }: Found, yard: Yard): Weighed {
  if (!chosen) return { chosen, weight: null, lowerBound: null, proved: isProven };
  const weight = chosen.reduce((sum, place) => sum + (yard.weights[place] ?? 0), 0);
  const least = Math.max(0, lowerBound - yard.tieCost * yard.weights.length);
  return { chosen, weight, lowerBound: isProven ? weight : Math.min(weight, least), proved: isProven };
}

/** Candidates without a price may cost nothing: they can spoil a proof, and where only they join, nothing is weighed. */
function weighUnpriced(priced: Found, any: Found, yard: Yard): Weighed {
  const known = weigh(priced, yard);
  const free = weigh(any, yard);
  if (!known.chosen) return { ...free, weight: null, proved: free.chosen === null && free.proved };
  const lowerBound = Math.min(known.lowerBound ?? 0, free.lowerBound ?? known.lowerBound ?? 0);
  return { ...known, lowerBound, proved: known.proved && lowerBound >= (known.weight ?? 0) };
}
