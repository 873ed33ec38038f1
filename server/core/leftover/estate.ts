import { separation } from '../fabric/distance';
import { eachPairWithin, indexOf } from '../fabric/fabric';
import { commonGround } from '../fabric/ground';
import type { Groups } from '../fabric/groups';
import { measureOverlap } from '../fabric/overlap';
import { type Box, boxesMeet, boxOf, type Shape } from '../fabric/shape';
import { type Edge, edgeLength, edgesOf, pointAlong, stretchesInside } from './along-edge';
import { lengthOfIntervals } from './intervals';
import type { Land } from './land';
import { type FacingSettings, facingStrips } from './strips';

/** Ground within which roads, ditches and green belts belong to the park: a red line, or a strip of a bridged gap. */
export interface Zone {
  readonly shape: Shape;
  /** The piece of the park it belongs to. */
  readonly piece: number;
}

/** Land of a road, ditch or green belt that a zone takes into the park. */
export interface Patch {
  readonly edges: readonly Edge[];
  readonly box: Box;
  readonly piece: number;
}

/** One polygon of the park. */
export interface EstatePart {
  readonly shape: Shape;
  /** The piece it belongs to, ties by land that is taken in counted. */
  readonly piece: number;
}

/** A park with what it takes in, ready to be held against one plot after another. */
export interface Estate {
  readonly parts: readonly EstatePart[];
  /** Land that is taken in where a zone covers it. */
  readonly takenIn: readonly Shape[];
  readonly zones: readonly Zone[];
  readonly patches: readonly Patch[];
  /** What no strip may hold: barriers and other people's plots. */
  readonly blocks: readonly Land[];
}

/** What counts as a meeting rather than a touch of two outlines. */
export interface EstateSettings extends FacingSettings {
  readonly overlapSquareMetres: number;
}

/**
 * Takes into a park the roads, ditches and green belts that lie inside its red line or in bridged gaps between its
 * own plots, and joins the pieces (given as strict ones, changed in place) that such land ties together.
 */
export function layEstate(
  parts: readonly Shape[],
  pieces: Groups,
  land: { readonly takenIn: readonly Shape[]; readonly blocks: readonly Land[]; readonly redLine: readonly Shape[] },
  settings: EstateSettings,
): Estate {
  const { takenIn, blocks } = land;
  const drafts = takenIn.length === 0 ? [] : redLineZones(parts, pieces, land, settings);
  if (takenIn.length > 0) {
    eachPairWithin(parts, indexOf(parts), settings.maxGapMetres, (a, b) => {
      const open = openStrips(parts[a], parts[b], takenIn, blocks, settings);
      drafts.push(...open.map(({ shape }) => ({ shape, place: a })));
      if (open.length > 0) pieces.join(a, b);
    });
  }
  const zones = drafts.map(({ shape, place }): Zone => ({ shape, piece: pieces.find(place) }));
  return {
    parts: parts.map((shape, place) => ({ shape, piece: pieces.find(place) })),
    takenIn,
    zones,
    patches: zones.flatMap((zone) => patchesOf(zone, takenIn, settings)),
    blocks,
  };
}

/** The same park as far as it comes within `metres` of a box. */
export function estateNear(estate: Estate, box: Box, metres: number): Estate {
  const near = (other: { readonly box: Box }) => boxesMeet(box, other.box, metres);
  return {
    parts: estate.parts.filter(({ shape }) => near(shape)),
    takenIn: estate.takenIn.filter(near),
    zones: estate.zones.filter(({ shape }) => near(shape)),
    patches: estate.patches.filter(near),
    blocks: estate.blocks.filter((block) => landNear(block, box, metres)),
  };
}

/** Whether a thing on the plane comes within `metres` of a box. */
export function landNear({ grounds, lines }: Land, box: Box, metres: number): boolean {
  return [...grounds, ...lines].some((shape) => boxesMeet(box, shape.box, metres));
}

/** The strips between two shapes that hold land to take in and nothing that keeps them apart. */
export function openStrips(
  a: Shape | undefined,
  b: Shape | undefined,
  takenIn: readonly Shape[],
  blocks: readonly Land[],
  settings: EstateSettings,
) {
  if (!a || !b || !boxesMeet(a.box, b.box, settings.maxGapMetres)) return [];
  const near = takenIn.filter(
    ({ box }) => boxesMeet(box, a.box, settings.maxGapMetres) && boxesMeet(box, b.box, settings.maxGapMetres),
  );
  if (near.length === 0) return [];
  return facingStrips(a, b, settings).filter(
    ({ shape }) =>
      near.some(
        (land) => boxesMeet(land.box, shape.box) && commonGround([shape], [land]) > settings.overlapSquareMetres,
      ) && !blocks.some((block) => liesIn(block, shape, settings)),
  );
}

/** Whether a barrier or a plot lies in a strip, and not merely along its side. */
function liesIn({ grounds, lines }: Land, strip: Shape, settings: EstateSettings): boolean {
  const covered = grounds.some(
    (ground) => boxesMeet(ground.box, strip.box) && commonGround([strip], [ground]) > settings.overlapSquareMetres,
  );
  if (covered) return true;
  return lines.some(
    (line) =>
      boxesMeet(line.box, strip.box) &&
      edgesOf(line).some((edge) => lengthOfIntervals(stretchesInside(edge, strip)) > settings.snapMetres),
  );
}

/** Every part of the red line, once for each park part in it; land inside ties the parts it touches together. */
function redLineZones(
  parts: readonly Shape[],
  pieces: Groups,
  { takenIn, redLine }: { readonly takenIn: readonly Shape[]; readonly redLine: readonly Shape[] },
  settings: EstateSettings,
): { shape: Shape; place: number }[] {
  return redLine.flatMap((line) => {
    const inside = parts.flatMap((part, place) =>
      boxesMeet(part.box, line.box) && commonGround([part], [line]) > settings.overlapSquareMetres ? [place] : [],
    );
    const [first] = inside;
    if (first === undefined) return [];
    for (const land of takenIn) {
      if (!reachesInto(land, line, settings)) continue;
      const touched = inside.filter((place) => {
        const part = parts[place];
        return part && separation(part, land, settings.snapMetres) !== null;
      });
      for (const place of touched) pieces.join(touched[0] ?? place, place);
    }
    return [{ shape: line, place: first }];
  });
}

/** The outline of the land that a zone takes in: the land's edges inside the zone and the zone's inside the land. */
export function patchesOf(zone: Zone, takenIn: readonly Shape[], settings: EstateSettings): Patch[] {
  return takenIn.flatMap((land) => {
    if (!reachesInto(land, zone.shape, settings)) return [];
    const edges = [...edgesWithin(land, zone.shape), ...edgesWithin(zone.shape, land)];
    if (edges.length === 0) return [];
    const box = boxOf(edges.map(([x0, y0, x1, y1]) => ({ box: boxOfEdge(x0, y0, x1, y1) })));
    return [{ edges, box, piece: zone.piece }];
  });
}

/** Land that a line drawn flush with it grazes by less than snap lies beside the zone, not in it. */
function reachesInto(land: Shape, zone: Shape, { overlapSquareMetres, snapMetres }: EstateSettings): boolean {
  return measureOverlap(land, zone, { overlapSquareMetres, overlapThicknessMetres: snapMetres }).isOverlap;
}

function boxOfEdge(x0: number, y0: number, x1: number, y1: number): Box {
  return [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)];
}

function edgesWithin(shape: Shape, other: Shape): Edge[] {
  return edgesOf(shape).flatMap((edge) =>
    edgeLength(edge) === 0
      ? []
      : stretchesInside(edge, other).map(([low, high]): Edge => [...pointAlong(edge, low), ...pointAlong(edge, high)]),
  );
}
