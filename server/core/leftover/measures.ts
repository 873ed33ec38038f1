import type { Shape } from '../fabric/shape';
import type { Evidence, Stretches } from './evidence';
import { shareOfTurn } from './look/enclosure';
import { hullOfPlot, parkInHull } from './look/interlock';
import { plotInHull } from './look/park-hull';
import { runsOf } from './look/runs';
import { lengthOfIntervals } from './plane/intervals';

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

/** Takes the measures from which the class of a plot follows. */
export function measuresOf(evidence: Evidence): LeftoverMeasures {
  const { plot, heart, park, inContact } = evidence;
  const { parts, planarSquareMetres, perimeterMetres } = plot;
  return {
    contactShare: metresOf(evidence.contact) / perimeterMetres,
    contactRuns: parts.reduce((sum, part, place) => sum + countRuns(part, evidence.contact[place] ?? [], evidence), 0),
    edgeShare: metresOf(evidence.edge) / perimeterMetres,
    enclosure: shareOfTurn(evidence.met),
    parkIntoPlot: parkInHull(hullOfPlot(parts), parts, park) / planarSquareMetres,
    plotIntoPark: plotInHull(parts, planarSquareMetres, inContact) / planarSquareMetres,
    inscribedWidthMetres: 2 * heart.circle.radiusMetres,
    compactness: (4 * Math.PI * planarSquareMetres) / perimeterMetres ** 2,
  };
}

function countRuns(part: Shape, contact: Stretches[number], { leastRunMetres }: Evidence): number {
  return runsOf(part, contact, leastRunMetres).filter(({ counts }) => counts).length;
}

/** Metres of stretches in all. */
export function metresOf(stretches: Stretches): number {
  let sum = 0;
  for (const byEdge of stretches) for (const list of byEdge) sum += lengthOfIntervals(list);
  return sum;
}
