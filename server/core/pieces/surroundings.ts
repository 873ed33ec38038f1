import type Flatbush from 'flatbush';
import type { LinearOrAreal, Position } from '../../../data/contract/geojson';
import type { Ruleset } from '../../../data/contract/ruleset';
import type { SurroundingKind } from '../../../data/contract/vocabulary';
import type { CityCrs } from '../fabric/city-crs';
import { corridorLand } from '../fabric/corridor';
import { indexOf } from '../fabric/fabric';
import { type GapGround, meetsGap } from '../fabric/gap-ground';
import { type Path, type Shape, shapeOfLines, shapeOfRings } from '../fabric/shape';

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

/** Lays surroundings out; a line corridor stands for its land: its own width, else the class width of the ruleset. */
export function laySurroundings(objects: readonly Surrounding[], crs: CityCrs, ruleset: Ruleset): LaidSurroundings {
  const pieces = objects.flatMap((object) => shapesOf(object, crs, ruleset).map((laid) => ({ ...laid, object })));
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

function shapesOf(object: Surrounding, crs: CityCrs, ruleset: Ruleset): { shape: Shape; isGround: boolean }[] {
  const toPath = (line: readonly Position[]): Path => line.map(crs.toMetres);
  const { geometry } = object;
  if (geometry.type === 'Polygon') return [{ shape: shapeOfRings(geometry.coordinates.map(toPath)), isGround: true }];
  if (geometry.type === 'MultiPolygon') {
    return geometry.coordinates.map((rings) => ({ shape: shapeOfRings(rings.map(toPath)), isGround: true }));
  }
  const lines = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates;
  const width = object.widthMetres ?? ruleset.rules.contiguity.corridorWidthMetres.value[object.kind] ?? 0;
  const paths = lines.map(toPath);
  const land = corridorLand(paths, width).map((shape) => ({ shape, isGround: true }));
  return land.length > 0 ? land : paths.map((path) => ({ shape: shapeOfLines([path]), isGround: false }));
}
