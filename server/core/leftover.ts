import type { LeftoverAnswer, LeftoverFinding } from '../../data/contract/analysis';
import type { Areal } from '../../data/contract/geojson';
import type { Ruleset } from '../../data/contract/ruleset';
import { ellipsoidalArea, muOf } from './fabric/area';
import { type CityCrs, openCityCrs } from './fabric/city-crs';
import { layFabric, type Part, type PlotInput, partsOf } from './fabric/fabric';
import { Groups } from './fabric/groups';
import { type CapPlot, sumAgainstCap } from './leftover/cap';
import { type Classified, classify, type LeftoverMessage } from './leftover/classify';
import { type Estate, layEstate } from './leftover/estate';
import { type Around, type Land, layAround } from './leftover/land';
import { measurePlot } from './leftover/measures';
import { ownZoneArea } from './leftover/own-zone-area';
import { type LeftoverOverrides, type LeftoverSettings, readSettings } from './leftover/settings';
import { type ContiguitySettings, contiguitySettings } from './pieces/settings';
import { strictPieces } from './pieces/strict-pieces';
import type { Surrounding } from './pieces/surroundings';

/** A park and the plots asked about; geometry judged. `edges` absent = corridors and planning edges are not known. */
export interface LeftoverInput {
  readonly park: readonly PlotInput[];
  readonly plots: readonly PlotInput[];
  readonly edges?: readonly Surrounding[] | undefined;
  readonly redLine?: Areal | null | undefined;
}

/** One finding, its sentences still as codes. */
export type LeftoverOutcome = Omit<LeftoverFinding, 'because' | 'missing'> & {
  readonly because: readonly LeftoverMessage[];
  readonly missing: readonly LeftoverMessage[];
};

/** The contract's answer with its sentences still as codes. */
export type LeftoverResult = Omit<LeftoverAnswer, 'findings'> & { readonly findings: readonly LeftoverOutcome[] };

/**
 * Finds which plots beside a park are corner, scattered or enclosed plots, one finding per plot in the order given,
 * and holds their sum against the project's cap. Suspected only: a person rules.
 */
export function classifyLeftover(
  input: LeftoverInput,
  ruleset: Ruleset,
  overrides: LeftoverOverrides = {},
): LeftoverResult {
  const { settings, parameters } = readSettings(ruleset, overrides);
  const crs = openCityCrs(ruleset.rules.measure.cityCrs.value.proj4);
  const around = layAround(input.edges ?? [], crs, ruleset);
  const estate = layPark(
    input,
    around,
    crs,
    settings,
    contiguitySettings(ruleset, { snapMetres: settings.snapMetres }).settings,
  );
  const plots = input.plots.map((plot) => ({ id: plot.id, parts: partsOf(plot, crs) }));
  const lands = plots.map(({ id, parts }): Land => ({ id, grounds: parts, lines: [] }));

  const found = plots.map(({ id, parts }, place) => {
    const plot = {
      parts,
      planarSquareMetres: sum(parts.map((part) => part.planarSquareMetres)),
      perimeterMetres: sum(parts.map((part) => part.perimeterMetres)),
    };
    const neighbours = lands.filter((_, other) => other !== place);
    const { measures, isAdjacent } = measurePlot(plot, estate, { neighbours, edges: around.edges }, settings);
    const areaSquareMetres = sum(parts.map(ellipsoidalArea));
    const basis = settings.areaBasis === 'planar' ? sum(parts.map(ownZoneArea)) : areaSquareMetres;
    const classified = classify({ measures, isAdjacent }, muOf(basis), input.edges !== undefined, settings);
    return { parts, finding: { plot: id, areaSquareMetres, areaMu: muOf(areaSquareMetres), measures, ...classified } };
  });
  const counted = ruleset.rules.leftover.capCounted.value;
  const capPlots = found.map(({ parts, finding }): CapPlot => ({ parts, ...pickKind(finding) }));
  return {
    findings: found.map(({ finding }) => finding),
    cap: sumAgainstCap(layFabric(input.park, crs).parts, capPlots, counted, settings),
    parameters,
    ruleset: ruleset.id,
  };
}

function layPark(
  input: LeftoverInput,
  around: Around,
  crs: CityCrs,
  settings: LeftoverSettings,
  strict: ContiguitySettings,
): Estate {
  const fabric = layFabric(input.park, crs);
  const pieces = new Groups(fabric.parts.length);
  for (const piece of strictPieces(fabric, strict).pieces)
    for (const part of piece) pieces.join(piece[0] ?? part, part);
  const others = input.plots.map(
    ({ id, geometry }): Land => ({ id, grounds: partsOf({ id, geometry }, crs), lines: [] }),
  );
  const redLine: readonly Part[] = input.redLine ? partsOf({ id: 'red-line', geometry: input.redLine }, crs) : [];
  const land = { takenIn: around.takenIn, blocks: around.blocks, redLine };
  const estate = layEstate(fabric.parts, pieces, { ...land, blocks: [...around.blocks, ...others] }, settings);
  return { ...estate, blocks: around.blocks };
}

function pickKind({ kind, atLimit, wouldBe }: Classified): Pick<Classified, 'kind' | 'atLimit' | 'wouldBe'> {
  return { kind, atLimit, wouldBe };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, value) => total + value, 0);
}
