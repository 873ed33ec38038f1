import type { JoinAnswer } from '../../data/contract/analysis';
import type { Areal } from '../../data/contract/geojson';
import type { Ruleset } from '../../data/contract/ruleset';
import type { ReadingName } from '../../data/contract/vocabulary';
import { muOf } from './fabric/area';
import type { PlotInput } from './fabric/fabric';
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
  /** False leaves out the best sets without each chosen plot: asked one by one, the first answer comes sooner. */
  readonly withAlternatives?: boolean | undefined;
}

/** How many proposals are put to the contiguity reading before a bound is given instead of a proof. */
const PROPOSALS = 200;
const PROPOSALS_FOR_ALTERNATIVES = 40;

const impossible: JoinAnswer = {
  possible: false,
  plots: [],
  weight: null,
  areaMu: null,
  proved: true,
  lowerBound: null,
  alternatives: [],
  alreadyContiguous: false,
};

/**
 * Finds the lightest set of candidates that, added to the park, leaves one piece under a reading, and for each plot of
 * it the lightest set without it. Every answer has been put to `contiguity` itself; gaps of unknown contents stay open.
 * Weights are mu (without ground the park has already), plots, or price.
 */
export function joinPark(input: JoinInput, ruleset: Ruleset, overrides: ContiguityOverrides = {}): JoinAnswer {
  const { settings } = contiguitySettings(ruleset, overrides);
  const refusedIds = new Set(input.refused);
  const plots = input.plots.filter(({ id }) => !refusedIds.has(id));
  const yard = layYard({ ...input, plots }, ruleset, settings);
  if (yard.judge.read([]).count === 1)
    return { ...impossible, possible: true, weight: 0, areaMu: 0, lowerBound: 0, alreadyContiguous: true };

  const search = (refused: readonly number[], proposals: number): Weighed => {
    const priced = yard.search.find(new Set([...refused, ...yard.unpriced]), proposals);
    if (yard.unpriced.length === 0) return weigh(priced, yard);
    const any = yard.search.find(new Set(refused), proposals);
    return weighUnpriced(priced, any, yard);
  };
  const best = search([], PROPOSALS);
  if (!best.chosen) return { ...impossible, proved: best.proved };
  const idsOf = (chosen: readonly number[]) => chosen.map((place) => plots[place]?.id ?? '');
  return {
    possible: true,
    plots: idsOf(best.chosen),
    weight: best.weight,
    areaMu: muOf(
      areaAdded(
        best.chosen.flatMap((place) => yard.partsOfCandidate[place] ?? []),
        yard.parkParts,
        settings,
      ),
    ),
    proved: best.proved,
    lowerBound: best.lowerBound,
    alternatives: (input.withAlternatives === false ? [] : best.chosen).map((place) => {
      const other = search([place], PROPOSALS_FOR_ALTERNATIVES);
      const [without] = idsOf([place]);
      return { without: without ?? '', plots: other.chosen && idsOf(other.chosen), weight: other.weight };
    }),
    alreadyContiguous: false,
  };
}

interface Weighed {
  readonly chosen: readonly number[] | null;
  readonly weight: number | null;
  readonly lowerBound: number | null;
  readonly proved: boolean;
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
