import type { LinearOrAreal } from '../../../data/contract/geojson';
import type { Ruleset } from '../../../data/contract/ruleset';
import type { SurroundingKind } from '../../../data/contract/vocabulary';
import type { CityCrs } from '../fabric/city-crs';
import { type Fabric, indexOf, type Part, partsOf } from '../fabric/fabric';
import { type GapGround, meetsGap } from '../fabric/gap-ground';
import { layLine } from '../fabric/line-land';
import { type Box, boxesMeet, type Shape } from '../fabric/shape';
import { coreMeetsGap } from './core-ground';
import { isOwnParcel } from './own-parcels';

/** Something that may lie in a gap or beside a plot; geometry judged. */
export interface Surrounding {
  readonly id?: string | undefined;
  readonly kind: SurroundingKind;
  readonly widthMetres?: number | undefined;
  /** Ground nearer than this to the object's own edge does not count: there two surveys may disagree whose it is. */
  readonly edgeErrorMetres?: number | undefined;
  readonly geometry: LinearOrAreal;
  /** The same ground laid out already in the city CRS, where whoever asks keeps it so. */
  readonly parts?: readonly Part[] | undefined;
}

/** What lies around: a list, or whoever can be asked for what lies in a box (metres), always in the same order. */
export type Between = readonly Surrounding[] | ((box: Box) => readonly Surrounding[]);

/** A piece of ground or of line on the plane, and the object that it stands for. */
interface LaidPiece {
  readonly shape: Shape;
  readonly isGround: boolean;
  readonly object: Surrounding;
}

/** Surroundings on the plane of the city CRS. */
export interface LaidSurroundings {
  /** The pieces whose boxes meet a box, in the order of the objects. */
  near(box: Box): readonly LaidPiece[];
}

/**
 * Lays out what is not the plots themselves: their own parcels, handed over with everybody's, are passed over. A line
 * corridor stands for its land: its own width, else the class width of the ruleset.
 */
export function laySurroundings(between: Between, plots: Fabric, crs: CityCrs, ruleset: Ruleset): LaidSurroundings {
  const lay = (object: Surrounding): LaidPiece[] =>
    shapesOf(object, plots, crs, ruleset).map((laid) => ({ ...laid, object }));
  if (typeof between === 'function') return layOnDemand(between, lay);
  const pieces = between.flatMap(lay);
  const index = indexOf(pieces.map(({ shape }) => shape));
  return { near: (box) => (index?.search(...box) ?? []).sort((a, b) => a - b).map((i) => pieces[i] as LaidPiece) };
}

/** Asks anew for each box, and lays every object out once. */
function layOnDemand(
  lookUp: (box: Box) => readonly Surrounding[],
  lay: (object: Surrounding) => LaidPiece[],
): LaidSurroundings {
  const known = new Map<Surrounding, LaidPiece[]>();
  return {
    near: (box) =>
      lookUp(box).flatMap((object) => {
        const pieces = known.get(object) ?? lay(object);
        known.set(object, pieces);
        return pieces.filter(({ shape }) => boxesMeet(shape.box, box));
      }),
  };
}

/** The objects that meet the ground of a gap, each once. */
export function heldBy(ground: GapGround, laid: LaidSurroundings): Surrounding[] {
  const found = new Set<Surrounding>();
  for (const piece of laid.near(ground.box)) {
    if (found.has(piece.object) || !meetsGap(piece.shape, ground, piece.isGround)) continue;
    const { edgeErrorMetres = 0 } = piece.object;
    if (edgeErrorMetres === 0 || coreMeetsGap(piece.shape, ground, edgeErrorMetres)) found.add(piece.object);
  }
  return [...found];
}

function shapesOf(
  { kind, widthMetres, geometry, parts: laid }: Surrounding,
  plots: Fabric,
  crs: CityCrs,
  { rules }: Ruleset,
): { shape: Shape; isGround: boolean }[] {
  const { gapRoles, ownParcelShare, corridorWidthMetres } = rules.contiguity;
  if (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon') {
    const parts = partsOf({ id: '', geometry, parts: laid }, crs);
    if (gapRoles.value[kind] === 'occupied' && isOwnParcel(parts, plots, ownParcelShare.value)) return [];
    return parts.map((shape) => ({ shape, isGround: true }));
  }
  const width = widthMetres ?? corridorWidthMetres.value[kind] ?? 0;
  const { grounds, lines } = layLine(geometry, width, crs);
  const isGround = grounds.length > 0;
  return (isGround ? grounds : lines).map((shape) => ({ shape, isGround }));
}
