import type { GapRole, Ruleset } from '../../../data/contract/ruleset';
import type { SurroundingKind } from '../../../data/contract/vocabulary';
import type { CityCrs } from '../fabric/city-crs';
import { partsOf } from '../fabric/fabric';
import { layLine } from '../fabric/line-land';
import type { Shape } from '../fabric/shape';
import type { Surrounding } from '../pieces/surroundings';
import { type Convex, convexOf } from './plane/convex';

/** Ground on the plane, and its outline again where it is convex. */
export interface Ground extends Shape {
  readonly convex: Convex | null;
}

/** One thing that lies around, on the plane: ground with a width, or bare lines where it has none. */
export interface Land {
  readonly id: string | null;
  readonly kind: SurroundingKind;
  readonly grounds: readonly Ground[];
  readonly lines: readonly Shape[];
}

/** What lies around a park, by what it means to a leftover plot. */
export interface Around {
  /** Land of roads, ditches and green belts, which a park takes in where it lies inside. */
  readonly takenIn: readonly Ground[];
  /** What keeps a gap from being bridged. */
  readonly blocks: readonly Land[];
  /** Corridors and planning edges, against which a corner plot is cut off. */
  readonly edges: readonly Land[];
}

/** Lays surroundings out on the plane and sorts them by the ruleset's roles and class widths. */
export function layAround(surroundings: readonly Surrounding[], crs: CityCrs, { rules }: Ruleset): Around {
  const { gapRoles, corridorWidthMetres } = rules.contiguity;
  const takenIn: Ground[] = [];
  const blocks: Land[] = [];
  const edges: Land[] = [];
  for (const input of surroundings) {
    const role: GapRole | undefined = gapRoles.value[input.kind];
    const classWidthMetres = corridorWidthMetres.value[input.kind] ?? 0;
    const isCorridor = classWidthMetres > 0;
    const land = layLand(input, crs, role, classWidthMetres);
    if (role !== 'bridgeable') blocks.push(land);
    else if (isCorridor) takenIn.push(...land.grounds);
    if (isCorridor || input.kind === 'planning-edge') edges.push(land);
  }
  return { takenIn, blocks, edges };
}

const known = new WeakMap<Shape, Ground>();

/** Ground, told from other shapes by whether it is convex. */
export function groundOf(shape: Shape): Ground {
  const before = known.get(shape);
  if (before) return before;
  const ground = { edges: shape.edges, next: shape.next, box: shape.box, convex: convexOf(shape) };
  known.set(shape, ground);
  return ground;
}

/** A kind without class width is a line on paper, even where it is drawn as an area, unless it is somebody's plot. */
function layLand(
  { id: given, kind, geometry, parts, widthMetres }: Surrounding,
  crs: CityCrs,
  role: GapRole | undefined,
  classWidthMetres: number,
): Land {
  const id = given ?? null;
  if (geometry.type === 'LineString' || geometry.type === 'MultiLineString') {
    const { grounds, lines } = layLine(geometry, widthMetres ?? classWidthMetres, crs);
    return grounds.length > 0
      ? { id, kind, grounds: grounds.map(groundOf), lines: [] }
      : { id, kind, grounds: [], lines };
  }
  const laid = partsOf({ id: '', geometry, parts }, crs);
  return classWidthMetres > 0 || role === 'occupied'
    ? { id, kind, grounds: laid.map(groundOf), lines: [] }
    : { id, kind, grounds: [], lines: laid };
}
