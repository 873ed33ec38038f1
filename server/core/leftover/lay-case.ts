import type { LeftoverAnswer } from '../../../data/contract/analysis';
import type { Areal } from '../../../data/contract/geojson';
import type { Ruleset } from '../../../data/contract/ruleset';
import { openCityCrs } from '../fabric/city-crs';
import { layFabric, type Part, type PlotInput, partsOf } from '../fabric/fabric';
import { contiguitySettings } from '../pieces/settings';
import { strictPieces } from '../pieces/strict-pieces';
import type { Surrounding } from '../pieces/surroundings';
import { type Estate, layEstate } from './estate';
import { layNear, type Near } from './estate/near';
import type { Block } from './estate/open-strips';
import type { LaidPlot } from './evidence';
import { groundOf, type Land, layAround } from './land';
import { type EdgeShape, edgeShapes } from './look/along-edges';
import { type LeftoverOverrides, type LeftoverSettings, readSettings } from './settings';

/** A park and the plots asked about; geometry judged. `edges` absent = corridors and planning edges are not known. */
export interface LeftoverInput {
  readonly park: readonly PlotInput[];
  readonly plots: readonly PlotInput[];
  /** Other people's plots that are not asked about, but keep a gap that they lie in from being bridged. */
  readonly others?: readonly PlotInput[] | undefined;
  readonly edges?: readonly Surrounding[] | undefined;
  readonly redLine?: Areal | null | undefined;
}

/** A plot asked about, on the plane. */
export interface AskedPlot extends LaidPlot {
  readonly id: string;
  readonly parts: readonly Part[];
}

/** A park with all that lies around it, on the plane, ready to be held against its plots. */
export interface LaidCase {
  readonly plots: readonly AskedPlot[];
  readonly park: readonly Part[];
  readonly estate: Estate;
  readonly edges: Near<EdgeShape>;
  readonly edgesKnown: boolean;
  readonly settings: LeftoverSettings;
  readonly parameters: LeftoverAnswer['parameters'];
}

/** Lays a park, the plots asked about and what lies around them out on the plane of the city CRS. */
export function layCase(input: LeftoverInput, ruleset: Ruleset, overrides: LeftoverOverrides): LaidCase {
  const { settings, parameters } = readSettings(ruleset, overrides);
  const crs = openCityCrs(ruleset.rules.measure.cityCrs.value.proj4);
  const around = layAround(input.edges ?? [], crs, ruleset);
  const plots = input.plots.map((plot) => askedPlot(plot.id, partsOf(plot, crs)));
  const fabric = layFabric(input.park, crs);
  const strict = strictPieces(fabric, contiguitySettings(ruleset, { snapMetres: settings.snapMetres }).settings);
  const redLine = input.redLine ? partsOf({ id: 'red-line', geometry: input.redLine }, crs).map(groundOf) : [];
  const blocks = around.blocks.flatMap(blocksOfLand);
  for (const [place, { parts }] of plots.entries()) blocks.push(...blocksOfPlot(parts, place));
  for (const [place, other] of (input.others ?? []).entries())
    blocks.push(...blocksOfPlot(partsOf(other, crs), plots.length + place));
  const park = { parts: fabric.parts, strictPieces: strict.pieces, hasOverlaps: strict.overlaps.length > 0 };
  return {
    plots,
    park: fabric.parts,
    estate: layEstate(park, { takenIn: around.takenIn, blocks, redLine }, settings),
    edges: layNear(edgeShapes(around.edges)),
    edgesKnown: input.edges !== undefined,
    settings,
    parameters,
  };
}

function askedPlot(id: string, parts: readonly Part[]): AskedPlot {
  let [planarSquareMetres, perimeterMetres] = [0, 0];
  for (const part of parts) {
    planarSquareMetres += part.planarSquareMetres;
    perimeterMetres += part.perimeterMetres;
  }
  return { id, parts, planarSquareMetres, perimeterMetres };
}

function blocksOfLand(owner: Land): Block[] {
  return [
    ...owner.grounds.map((shape) => ({ shape, box: shape.box, isLine: false, owner })),
    ...owner.lines.map((shape) => ({ shape, box: shape.box, isLine: true, owner })),
  ];
}

function blocksOfPlot(parts: readonly Part[], place: number): Block[] {
  return parts.map((shape) => ({ shape, box: shape.box, isLine: false, owner: place }));
}
