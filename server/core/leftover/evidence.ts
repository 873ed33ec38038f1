import { metresApart } from '../fabric/distance';
import { boxesMeet, boxOf, type Shape } from '../fabric/shape';
import type { Estate, EstatePart, EstateSettings } from './estate';
import type { Near } from './estate/near';
import { type OwnedPatch, standsOnPatch } from './estate/patch';
import { type Heart, heartOf } from './heart';
import { type EdgeShape, stretchesAlongEdges } from './look/along-edges';
import { trimmed } from './look/beside-plot';
import { contactWithPark } from './look/contact';
import { directionsMet, shareOfTurn } from './look/enclosure';
import type { ParkNear } from './look/park-hull';
import { type Disc, discBox } from './plane/disc';
import { type Interval, without } from './plane/intervals';

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

/** Stretches of a plot's boundary by part and edge, in metres from the edge's start. */
export type Stretches = readonly (readonly (readonly Interval[])[])[];

/** All that the measures of one plot beside a park are taken from, and that can be drawn to show why. */
export interface Evidence {
  readonly plot: LaidPlot;
  readonly contact: Stretches;
  /** Along corridors' land and planning edges, where it is not contact. */
  readonly edge: Stretches;
  /** The least length at which a run of contact counts. */
  readonly leastRunMetres: number;
  readonly heart: Heart;
  /** How far the plot is looked out from its heart. */
  readonly disc: Disc;
  /** The directions in which the park is met, in radians from -π to π. */
  readonly met: readonly Interval[];
  /** The park near the plot, with what it takes in. */
  readonly park: {
    readonly parts: readonly EstatePart[];
    readonly patches: readonly OwnedPatch[];
    readonly mayOverlap: boolean;
  };
  /** The pieces of it that the plot is in contact with. */
  readonly inContact: ParkNear;
  /** Whether the plot lies within reach of the park at all. */
  readonly isAdjacent: boolean;
}

/**
 * Looks at one plot beside a park. `self` is its place among the plots asked about, `edges` are the corridors and
 * planning edges.
 */
export function gatherEvidence(
  plot: LaidPlot,
  self: number,
  estate: Estate,
  edges: Near<EdgeShape>,
  settings: MeasureSettings,
): Evidence {
  const { parts } = plot;
  const heart = heartOf(parts, settings.viewpointShare);
  const radiusMetres = Math.max(settings.lookMetres, settings.lookFactor * Math.sqrt(plot.planarSquareMetres));
  const discs = heart.spots.map((spot): Disc => ({ spot, radiusMetres }));
  const found = contactWithPark(parts, estate, self, settings);
  const beside = stretchesAlongEdges(parts, edges, settings.snapMetres);
  const box = boxOf([...parts, ...discs.map((disc) => ({ box: discBox(disc) }))]);
  const near = estate.parts.within(box, settings.reachMetres);
  const patches = [...estate.patches.within(box, settings.reachMetres), ...found.patches].map((patch) =>
    trimmed(patch, parts, settings),
  );
  const leastRunMetres = settings.runSnaps * settings.snapMetres;
  const { disc, met } = lookOut(discs, near, patches);
  const touched = ({ piece }: { piece: number }) => (found.metresByPiece.get(piece) ?? 0) >= leastRunMetres;
  return {
    plot,
    contact: found.stretches,
    edge: beside.map((byEdge, place) =>
      byEdge.map((list, edge) => without(list, found.stretches[place]?.[edge] ?? [])),
    ),
    leastRunMetres,
    heart,
    disc,
    met,
    park: { parts: near, patches, mayOverlap: estate.hasOverlaps },
    inContact: { parts: near.filter(touched), patches: patches.filter(touched), disc },
    isAdjacent: isAdjacent(parts, found.stretches, near, patches, settings),
  };
}

/** Looks out from each of equally good places and keeps the one from which most of the park is met. */
function lookOut(
  discs: readonly Disc[],
  parts: readonly EstatePart[],
  patches: readonly OwnedPatch[],
): { disc: Disc; met: readonly Interval[] } {
  const views = discs.map((disc) => ({ disc, met: directionsMet(parts, patches, disc) }));
  return views.reduce((best, view) => (shareOfTurn(view.met) > shareOfTurn(best.met) ? view : best));
}

function isAdjacent(
  parts: readonly Shape[],
  contact: Stretches,
  near: readonly EstatePart[],
  patches: readonly OwnedPatch[],
  { reachMetres }: MeasureSettings,
): boolean {
  if (contact.some((byEdge) => byEdge.some((list) => list.length > 0))) return true;
  return parts.some(
    (part) =>
      near.some(({ shape }) => isWithin(part, shape, reachMetres)) ||
      patches.some(
        (patch) =>
          isWithin(part, patch.outline, reachMetres) ||
          standsOnPatch(part.edges[0] as number, part.edges[1] as number, patch),
      ),
  );
}

function isWithin(part: Shape, other: Shape, metres: number): boolean {
  return boxesMeet(part.box, other.box, metres) && metresApart(part, other, metres) < Infinity;
}
