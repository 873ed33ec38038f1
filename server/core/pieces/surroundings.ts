import type Flatbush from 'flatbush';
import type { LinearOrAreal, Position } from '../../../data/contract/geojson';
import type { Ruleset } from '../../../data/contract/ruleset';
import type { SurroundingKind } from '../../../data/contract/vocabulary';
import type { CityCrs } from '../fabric/city-crs';
import { corridorLand } from '../fabric/corridor';
import { type Fabric, indexOf, partsOf } from '../fabric/fabric';
import { type GapGround, meetsGap } from '../fabric/gap-ground';
import { type Path, type Shape, shapeOfLines } from '../fabric/shape';
import { isOwnParcel } from './own-parcels';

/** Something that may lie in a gap or beside a plot; geometry judged. */
export interface Surrounding {
  readonly id?: string | undefined;
  readonly kind: SurroundingKind;
  readonly widthMetres?: number | undefined;
  readonly geometry: LinearOrAreal;
}

/** One object on the plane: the pieces of ground or of line that stand for it. */
interface LaidPiece {
  readonly shape: Shape;
  readonly isGround: boolean;
  readonly object: Surrounding;
}

/** Surroundings on the plane of the city CRS with an index over their pieces. */
export interface LaidSurroundings {
  readonly pieces: readonly LaidPiece[];
  readonly index: Flatbush | null;
}

/**
 * Lays out what is not the plots themselves: their own parcels, handed over with everybody's, are passed over. A line
 * corridor stands for its land: its own width, else the class width of the ruleset.
 */
export function laySurroundings(
  objects: readonly Surrounding[],
  plots: Fabric,
  crs: CityCrs,
  ruleset: Ruleset,
): LaidSurroundings {
  const pieces = objects.flatMap((object) =>
    shapesOf(object, plots, crs, ruleset).map((laid) => ({ ...laid, object })),
  );
  return { pieces, index: indexOf(pieces.map(({ shape }) => shape)) };
}

/** The objects that meet the ground of a gap, each once. */
export function heldBy(ground: GapGround, laid: LaidSurroundings): Surrounding[] {
  const found = new Set<Surrounding>();
  const near = laid.index?.search(...ground.box) ?? [];
  for (const i of near.sort((a, b) => a - b)) {
    const piece = laid.pieces[i] as LaidPiece;
    if (!found.has(piece.object) && meetsGap(piece.shape, ground, piece.isGround)) found.add(piece.object);
  }
  return [...found];
}

function shapesOf(
  { kind, widthMetres, geometry }: Surrounding,
  plots: Fabric,
  crs: CityCrs,
  { rules }: Ruleset,
): { shape: Shape; isGround: boolean }[] {
  const { gapRoles, ownParcelShare, corridorWidthMetres } = rules.contiguity;
  if (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon') {
    const parts = partsOf({ id: '', geometry }, crs);
    if (gapRoles.value[kind] === 'occupied' && isOwnParcel(parts, plots, ownParcelShare.value)) return [];
    return parts.map((shape) => ({ shape, isGround: true }));
  }
  const toPath = (line: readonly Position[]): Path => line.map(crs.toMetres);
  const lines = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates;
  const width = widthMetres ?? corridorWidthMetres.value[kind] ?? 0;
  const paths = lines.map(toPath);
  const land = corridorLand(paths, width).map((shape) => ({ shape, isGround: true }));
  return land.length > 0 ? land : paths.map((path) => ({ shape: shapeOfLines([path]), isGround: false }));
}
