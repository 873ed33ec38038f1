import type { LinearOrAreal } from '../../../data/contract/geojson';
import type { GapRole, Ruleset } from '../../../data/contract/ruleset';
import type { CityCrs } from '../fabric/city-crs';
import { corridorLand } from '../fabric/corridor';
import { type Path, type Shape, shapeOfLines, shapeOfRings } from '../fabric/shape';
import type { Surrounding } from '../pieces/surroundings';

/** One thing that lies around, on the plane: ground with a width, or bare lines where it has none. */
export interface Land {
  /** The plot's id where the thing is a plot. */
  readonly id: string | null;
  readonly grounds: readonly Shape[];
  readonly lines: readonly Shape[];
}

/** What lies around a park, by what it means to a leftover plot. */
export interface Around {
  /** Land of roads, ditches and green belts, which a park takes in where it lies inside. */
  readonly takenIn: readonly Shape[];
  /** What keeps a gap from being bridged. */
  readonly blocks: readonly Land[];
  /** Corridors and planning edges, against which a corner plot is cut off. */
  readonly edges: readonly Land[];
}

/** Lays surroundings out on the plane and sorts them by the ruleset's roles and class widths. */
export function layAround(surroundings: readonly Surrounding[], crs: CityCrs, { rules }: Ruleset): Around {
  const { gapRoles, corridorWidthMetres } = rules.contiguity;
  const laid = surroundings.map((input) => {
    const role: GapRole | undefined = gapRoles.value[input.kind];
    const classWidthMetres = corridorWidthMetres.value[input.kind] ?? 0;
    return { input, role, isCorridor: classWidthMetres > 0, land: layLand(input, crs, role, classWidthMetres) };
  });
  return {
    takenIn: laid.flatMap(({ role, isCorridor, land }) => (role === 'bridgeable' && isCorridor ? land.grounds : [])),
    blocks: laid.flatMap(({ role, land }) => (role === 'bridgeable' ? [] : [land])),
    edges: laid.flatMap(({ input, isCorridor, land }) => (isCorridor || input.kind === 'planning-edge' ? [land] : [])),
  };
}

/** A kind without class width is a line on paper, even where it is drawn as an area, unless it is somebody's plot. */
function layLand(input: Surrounding, crs: CityCrs, role: GapRole | undefined, classWidthMetres: number): Land {
  const { geometry } = input;
  const id = input.id ?? null;
  const paths = pathsOf(geometry).map((polygon) => polygon.map((line): Path => line.map(crs.toMetres)));
  if (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon') {
    const hasGround = classWidthMetres > 0 || role === 'occupied';
    return hasGround
      ? { id, grounds: paths.map(shapeOfRings), lines: [] }
      : { id, grounds: [], lines: [shapeOfLines(paths.flat())] };
  }
  const widthMetres = input.widthMetres ?? classWidthMetres;
  const lines = paths.flat();
  return widthMetres > 0
    ? { id, grounds: corridorLand(lines, widthMetres), lines: [] }
    : { id, grounds: [], lines: [shapeOfLines(lines)] };
}

function pathsOf(geometry: LinearOrAreal) {
  switch (geometry.type) {
    case 'LineString':
      return [[geometry.coordinates]];
    case 'MultiLineString':
      return [geometry.coordinates];
    case 'Polygon':
      return [geometry.coordinates];
    case 'MultiPolygon':
      return geometry.coordinates;
  }
}
