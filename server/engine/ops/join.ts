import type { JoiningPlot, JoinParkAnswer } from '../../../data/contract/join';
import type { Ruleset } from '../../../data/contract/ruleset';
import type { LeftoverKind, ReadingName } from '../../../data/contract/vocabulary';
import { contiguity } from '../../core/contiguity';
import { ellipsoidalArea, muOf } from '../../core/fabric/area';
import { openCityCrs } from '../../core/fabric/city-crs';
import { partsOf } from '../../core/fabric/fabric';
import { type Candidate, joinPark } from '../../core/join';
import type { Weighing } from '../../core/join/weigh';
import { classifyLeftover } from '../../core/leftover';
import type { ContiguityOverrides } from '../../core/pieces/settings';
import { judgePark } from '../../parks/judge-park';
import type { Neighbour, ParkCase } from '../../parks/park-case';
import type { OpContext } from '../ops';
import { leftoverCase } from './refresh';

interface Asked {
  readonly ruleset: Ruleset;
  readonly asOf: string;
  readonly reading: ReadingName;
  readonly weigh: Weighing;
  readonly refused: readonly string[];
  readonly among: 'leftover' | 'free';
  readonly overrides?: ContiguityOverrides | undefined;
}

type Standing = JoinParkAnswer['today'];

/**
 * Finds the lightest plots that make a park whole, which pieces each brings together, and how the park stands today and
 * with them. What belongs to an official park is nobody's to choose.
 */
export function join(parkCase: ParkCase, asked: Asked, context: OpContext): JoinParkAnswer {
  const began = performance.now();
  const { ruleset, weigh, reading, refused, overrides } = asked;
  const suspected = suspectedOf(parkCase, ruleset);
  const candidates = candidatesOf(parkCase, asked, suspected);
  const { members, between, redLine, rulings } = parkCase;
  const found = joinPark(
    {
      park: members,
      plots: candidates.map(asCandidate),
      between: between ?? undefined,
      redLine,
      rulings,
      reading,
      weigh,
      refused,
      withAlternatives: false,
    },
    ruleset,
    overrides,
  );
  const byId = new Map(candidates.map((plot) => [plot.id, plot]));
  const chosen = found.plots.flatMap((id) => byId.get(id) ?? []);
  return {
    possible: found.possible,
    alreadyContiguous: found.alreadyContiguous,
    plots: tellPlots(parkCase, chosen, suspected, asked),
    weigh,
    weight: found.weight,
    areaMu: found.areaMu,
    proved: found.proved,
    lowerBound: found.lowerBound,
    candidates: candidates.length,
    unpriced: candidates.filter(({ priceCny }) => typeof priceCny !== 'number').length,
    today: standingOf(parkCase, asked, context),
    joined: chosen.length > 0 ? standingOf(context.with(found.plots), asked, context) : null,
    milliseconds: performance.now() - began,
  };
}

/** Free plots in and around the park, or those of them that are suspected leftover plots; refused ones are left out by the search. */
function candidatesOf(
  { around, beside }: ParkCase,
  { among, refused }: Asked,
  suspected: ReadonlyMap<string, LeftoverKind>,
): Neighbour[] {
  const no = new Set(refused);
  return (around ?? beside).filter(({ id, free }) => free && !no.has(id) && (among === 'free' || suspected.has(id)));
}

/** Plots beside the park in a class that counts as leftover, as the machine finds them. */
function suspectedOf(parkCase: ParkCase, ruleset: Ruleset): ReadonlyMap<string, LeftoverKind> {
  const counted: readonly LeftoverKind[] = ruleset.rules.leftover.capCounted.value;
  const asked = leftoverCase(parkCase, ruleset);
  if (asked.plots.length === 0) return new Map();
  const { findings } = classifyLeftover(asked, ruleset);
  return new Map(findings.flatMap(({ plot, kind }) => (counted.includes(kind) ? [[plot, kind] as const] : [])));
}

/** Each plot with the pieces of today's park that come together when it alone is added. */
function tellPlots(
  { members, between, redLine, rulings }: ParkCase,
  chosen: readonly Neighbour[],
  suspected: ReadonlyMap<string, LeftoverKind>,
  { ruleset, reading, overrides }: Asked,
): JoiningPlot[] {
  if (chosen.length === 0) return [];
  const piecesWith = (plots: ParkCase['members']) =>
    contiguity({ plots, between: between ?? undefined, redLine: redLine ?? undefined, rulings }, ruleset, overrides)
      .readings[reading].pieces;
  const today = piecesWith(members).map(({ plots }) => plots);
  return chosen.map((plot) => {
    const together = new Set(
      piecesWith([...members, plot]).flatMap(({ plots }) => (plots.includes(plot.id) ? plots : [])),
    );
    const { id, number, geometry, priceCny = null } = plot;
    return {
      id,
      number,
      geometry,
      priceCny,
      areaMu: areaOf(plot, ruleset),
      leftover: suspected.get(id) ?? null,
      pieces: today.flatMap((plots, piece) => (plots.some((one) => together.has(one)) ? [piece] : [])),
    };
  });
}

function standingOf(parkCase: ParkCase, { ruleset, asOf, reading, overrides }: Asked, { zones }: OpContext): Standing {
  const { verdict, tests, contiguity: ground } = judgePark(parkCase, { ruleset, asOf, overrides, zones });
  const { pieces } = ground.readings[reading];
  return {
    title: verdict,
    tests: tests.map((test) => ({ id: test.id, verdict: test.verdict })),
    contiguity: ground.verdict,
    pieces: pieces.length,
    areaMu: pieces.reduce((sum, piece) => sum + piece.areaMu, 0),
  };
}

/** The outline in degrees is made only where somebody asks for it: of thousands of candidates nobody does. */
function asCandidate(plot: Neighbour): Candidate {
  return {
    id: plot.id,
    parts: plot.parts,
    price: plot.priceCny ?? null,
    get geometry() {
      return plot.geometry;
    },
  };
}

function areaOf(plot: Neighbour, { rules }: Ruleset): number {
  const parts = partsOf(plot, openCityCrs(rules.measure.cityCrs.value.proj4));
  return muOf(parts.reduce((sum, part) => sum + ellipsoidalArea(part), 0));
}
