import { separation } from '../fabric/distance';
import { boxesMeet, boxOf, type Shape, shapeOfLines } from '../fabric/shape';
import { type Edge, edgesOf } from './along-edge';
import { directionsMet } from './enclosure';
import { type Estate, type EstateSettings, estateNear, landNear, patchesOf } from './estate';
import { heartOf } from './inscribed';
import { discBox, parkInHullOf, plotInHullOfPark } from './interlock';
import { lengthOfIntervals, without } from './intervals';
import type { Land } from './land';
import { contactWithPark, stretchesAlongEdges } from './plot-contact';
import { countRuns } from './runs';

/** A plot on the plane. */
export interface LaidPlot {
  readonly parts: readonly Shape[];
  readonly planarSquareMetres: number;
  readonly perimeterMetres: number;
}

/** What the measures of leftover plots are taken with; every number comes from the ruleset or the request. */
export interface MeasureSettings extends EstateSettings {
  readonly reachMetres: number;
  readonly runSnaps: number;
  readonly lookMetres: number;
  readonly lookFactor: number;
  readonly viewpointShare: number;
}

/** What is measured of a plot beside a park, shares from 0 to 1. */
export interface LeftoverMeasures {
  readonly contactShare: number;
  readonly contactRuns: number;
  readonly edgeShare: number;
  readonly enclosure: number;
  readonly parkIntoPlot: number;
  readonly plotIntoPark: number;
  readonly inscribedWidthMetres: number;
  readonly compactness: number;
}

/** The measures, and whether the plot lies within reach of the park at all. */
export interface Measured {
  readonly measures: LeftoverMeasures;
  readonly isAdjacent: boolean;
}

/**
 * Takes the measures of one plot against a park from which its class follows. `neighbours` are the other plots asked
 * about, `edges` the corridors and planning edges.
 */
export function measurePlot(
  plot: LaidPlot,
  whole: Estate,
  around: { readonly neighbours: readonly Land[]; readonly edges: readonly Land[] },
  settings: MeasureSettings,
): Measured {
  const { parts, planarSquareMetres, perimeterMetres } = plot;
  const radiusMetres = Math.max(settings.lookMetres, settings.lookFactor * Math.sqrt(planarSquareMetres));
  const box = boxOf(parts);
  const estate = estateNear(whole, box, Math.max(radiusMetres, settings.maxGapMetres, settings.reachMetres));
  const neighbours = around.neighbours.filter((other) => landNear(other, box, settings.maxGapMetres));
  const contact = contactWithPark(parts, estate, neighbours, settings);
  const beside = stretchesAlongEdges(parts, around.edges, settings.snapMetres);
  const heart = heartOf(parts, settings.viewpointShare);
  const leastRunMetres = settings.runSnaps * settings.snapMetres;

  const disc = discBox(heart.spot, radiusMetres);
  const zonePatches = contact.zones.flatMap((zone) => patchesOf(zone, estate.takenIn, settings));
  const patches = [...estate.patches.filter((patch) => boxesMeet(patch.box, disc)), ...zonePatches];
  const pieces = new Set([...contact.metresByPiece].filter(([, metres]) => metres >= leastRunMetres).map(([at]) => at));
  const seen = [
    ...estate.parts.filter(({ shape }) => boxesMeet(shape.box, disc)).flatMap(({ shape }) => edgesOf(shape)),
    ...patches.flatMap((patch) => patch.edges),
  ];

  let contactMetres = 0;
  let edgeMetres = 0;
  let contactRuns = 0;
  for (const [place, part] of parts.entries()) {
    const touching = contact.stretches[place] ?? [];
    contactRuns += countRuns(part, touching, leastRunMetres);
    for (const [edge, list] of touching.entries()) {
      contactMetres += lengthOfIntervals(list);
      edgeMetres += lengthOfIntervals(without(beside[place]?.[edge] ?? [], list));
    }
  }
  return {
    measures: {
      contactShare: contactMetres / perimeterMetres,
      contactRuns,
      edgeShare: edgeMetres / perimeterMetres,
      enclosure: directionsMet(seen, heart.spot, radiusMetres),
      parkIntoPlot: parkInHullOf(parts, estate, contact.zones) / planarSquareMetres,
      plotIntoPark: plotInHullOfPark(parts, estate, patches, pieces, heart.spot, radiusMetres) / planarSquareMetres,
      inscribedWidthMetres: 2 * heart.radiusMetres,
      compactness: (4 * Math.PI * planarSquareMetres) / perimeterMetres ** 2,
    },
    isAdjacent:
      contactMetres > 0 ||
      isWithinReach(
        parts,
        estate,
        patches.flatMap((patch) => patch.edges),
        settings,
      ),
  };
}

function isWithinReach(
  parts: readonly Shape[],
  estate: Estate,
  taken: readonly Edge[],
  { reachMetres }: MeasureSettings,
): boolean {
  const lines = taken.map(([x0, y0, x1, y1]) =>
    shapeOfLines([
      [
        [x0, y0],
        [x1, y1],
      ],
    ]),
  );
  return parts.some((part) =>
    [...estate.parts.map(({ shape }) => shape), ...lines].some(
      (other) => boxesMeet(part.box, other.box, reachMetres) && separation(part, other, reachMetres) !== null,
    ),
  );
}
