import type { JoiningPlot, JoinParkAnswer } from '../../../data/contract/join';
import type { Ruleset } from '../../../data/contract/ruleset';
import type { LeftoverKind, ReadingName } from '../../../data/contract/vocabulary';
import { ellipsoidalArea, muOf } from '../../core/fabric/area';
import { openCityCrs } from '../../core/fabric/city-crs';
import { partsOf } from '../../core/fabric/fabric';
import { type Candidate, type Joining, openJoining } from '../../core/join';
import type { Weighing } from '../../core/join/weigh';
import { findLeftover } from '../../core/leftover';
import type { ContiguityOverrides } from '../../core/pieces/settings';
import type { TitleFinding } from '../../core/title';
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
 * with them: judged as if the park were saved so, the firms on the joined plots with it as far as the city knows them.
 * What belongs to an official park is nobody's to choose.
 */
export function join(parkCase: ParkCase, asked: Asked, context: OpContext): JoinParkAnswer {
  const began = performance.now();
  const { ruleset, weigh, reading, overrides } = asked;
  const suspected = suspectedOf(parkCase, ruleset);
  const candidates = candidatesOf(parkCase, asked, suspected);
  const { members, between, redLine, rulings } = parkCase;
  const plots = candidates.map(asCandidate);
  const joining = openJoining(
    { park: members, plots, between: between ?? undefined, redLine, rulings, reading, weigh },
    ruleset,
    overrides,
  );
  const set = joining.lightest();
  const byId = new Map(candidates.map((plot) => [plot.id, plot]));
  const chosen = set.plots.flatMap((id) => byId.get(id) ?? []);
  const today = judged(parkCase, asked, context);
  return {
    possible: set.possible,
    alreadyContiguous: joining.alreadyContiguous,
    plots: tellPlots(chosen, joining, today.contiguity.readings[reading].pieces, suspected, ruleset),
    weigh,
    weight: set.weight,
    areaMu: set.areaMu,
    proved: set.proved,
    lowerBound: set.lowerBound,
    candidates: candidates.length,
    unpriced: candidates.filter(({ priceCny }) => typeof priceCny !== 'number').length,
    today: standingOf(today, reading),
    joined: chosen.length > 0 ? standingOf(judged(context.with(set.plots), asked, context), reading) : null,
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
  const findings = findLeftover(asked, ruleset);
  return new Map(findings.flatMap(({ plot, kind }) => (counted.includes(kind) ? [[plot, kind] as const] : [])));
}

/** Each plot with the pieces of today's park, by their places in the reading, that come together when it alone is added. */
function tellPlots(
  chosen: readonly Neighbour[],
  { pieces, piecesAt }: Joining,
  read: readonly { readonly plots: readonly string[] }[],
  suspected: ReadonlyMap<string, LeftoverKind>,
  ruleset: Ruleset,
): JoiningPlot[] {
  const nameOf = (plots: readonly string[]) => [...plots].sort().join();
  const placeOf = new Map(read.map(({ plots }, place) => [nameOf(plots), place]));
  return chosen.map((plot) => {
    const { id, number, geometry, priceCny = null } = plot;
    const met = piecesAt(id).flatMap((piece) => placeOf.get(nameOf(pieces[piece] ?? [])) ?? []);
    return {
      id,
      number,
      geometry,
      priceCny,
      areaMu: areaOf(plot, ruleset),
      leftover: suspected.get(id) ?? null,
      pieces: [...new Set(met)].sort((a, b) => a - b),
    };
  });
}

function judged(parkCase: ParkCase, { ruleset, asOf, overrides }: Asked, { zones }: OpContext): TitleFinding {
  return judgePark(parkCase, { ruleset, asOf, overrides, zones });
}

function standingOf({ verdict, tests, contiguity }: TitleFinding, reading: ReadingName): Standing {
  const { pieces } = contiguity.readings[reading];
  return {
    title: verdict,
    tests: tests.map((test) => ({ id: test.id, verdict: test.verdict })),
    contiguity: contiguity.verdict,
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
