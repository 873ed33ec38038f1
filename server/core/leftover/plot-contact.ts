import { contactStretches } from '../fabric/contact';
import { isInside } from '../fabric/distance';
import { boxesMeet, type Shape } from '../fabric/shape';
import { type Edge, edgeLength, edgeOf, edgesOf, pointAlong, stretchesNear } from './along-edge';
import { type Estate, type EstateSettings, openStrips, type Zone } from './estate';
import { common, type Interval, lengthOfIntervals, unite } from './intervals';
import type { Land } from './land';

/** Where a plot's boundary is in contact with a park and what the park takes in. */
export interface PlotContact {
  /** Stretches by part and edge of the plot, in metres from the edge's start. */
  readonly stretches: readonly (readonly (readonly Interval[])[])[];
  /** Metres of contact by piece of the park. */
  readonly metresByPiece: ReadonlyMap<number, number>;
  /** Strips of bridged gaps between the plot and the park. */
  readonly zones: readonly Zone[];
}

/**
 * Measures the contact of a plot with a park on the plot's outer side: with the park's own parts, with land taken in
 * across a bridged gap to the plot, and with land the park has taken in anyway. `neighbours` are the other plots
 * asked about: what lies between plot and park keeps a gap from being bridged.
 */
export function contactWithPark(
  plot: readonly Shape[],
  estate: Estate,
  neighbours: readonly Land[],
  settings: EstateSettings,
): PlotContact {
  const found = plot.map((part) => Array.from({ length: part.edges.length / 4 }, (): Interval[] => []));
  const metresByPiece = new Map<number, number>();
  const zones: Zone[] = [];
  const blocks = [...estate.blocks, ...neighbours];
  const add = (place: number, edge: number, piece: number, stretches: readonly Interval[]) => {
    found[place]?.[edge]?.push(...stretches);
    metresByPiece.set(piece, (metresByPiece.get(piece) ?? 0) + lengthOfIntervals(stretches));
  };
  for (const [place, part] of plot.entries()) {
    for (const { shape: other, piece } of estate.parts) {
      if (!boxesMeet(part.box, other.box, settings.maxGapMetres)) continue;
      for (const [edge, stretch] of outerContact(part, other, settings)) add(place, edge, piece, [stretch]);
      for (const strip of openStrips(part, other, estate.takenIn, blocks, settings)) {
        zones.push({ shape: strip.shape, piece });
        add(place, strip.edge, piece, unite(reached(part, strip.edge, strip.stretch, estate.takenIn, settings)));
      }
    }
    for (const [edge, piece, stretches] of contactWithTakenLand(part, estate, settings))
      add(place, edge, piece, stretches);
  }
  return { stretches: found.map((edges) => edges.map((list) => unite(list))), metresByPiece, zones };
}

/**
 * Stretches of contact that lie on the plot's outer side: the other's ground is found beyond the boundary, or at least
 * not on the plot's own side of it, as that of a plot lying over this one would be.
 */
function outerContact(part: Shape, other: Shape, settings: EstateSettings): [edge: number, stretch: Interval][] {
  return contactStretches(part, [other], settings)
    .filter(({ edge, fromMetres, toMetres }) => {
      const { inner, outer } = eitherSide(part, edgeOf(part, edge), (fromMetres + toMetres) / 2, settings.snapMetres);
      return isInside(...outer, other) || !isInside(...inner, other);
    })
    .map(({ edge, fromMetres, toMetres }) => [edge, [fromMetres, toMetres]]);
}

/** The two points a little more than snap off an edge, on the ground of its part and beyond. */
function eitherSide(part: Shape, edge: Edge, along: number, snapMetres: number) {
  const [x, y] = pointAlong(edge, along);
  const length = edgeLength(edge);
  const nx = (edge[3] - edge[1]) / length;
  const ny = (edge[0] - edge[2]) / length;
  const off = snapMetres * 1.02;
  const right: [number, number] = [x + nx * off, y + ny * off];
  const left: [number, number] = [x - nx * off, y - ny * off];
  const probe = 1e-3;
  return isInside(x + nx * probe, y + ny * probe, part) ? { inner: right, outer: left } : { inner: left, outer: right };
}

/** Where taken land comes within snap of an edge along the stretch that faces the park. */
function reached(part: Shape, edge: number, stretch: Interval, takenIn: readonly Shape[], settings: EstateSettings) {
  return takenIn.flatMap((land) =>
    boxesMeet(part.box, land.box, settings.snapMetres)
      ? common([stretch], stretchesNear(edgeOf(part, edge), land, settings.snapMetres))
      : [],
  );
}

/** Contact with land inside the red line or between the park's own plots. */
function contactWithTakenLand(
  part: Shape,
  estate: Estate,
  settings: EstateSettings,
): [edge: number, piece: number, stretches: Interval[]][] {
  const zones = estate.zones.filter((zone) => boxesMeet(part.box, zone.shape.box, settings.snapMetres));
  if (zones.length === 0) return [];
  const lands = estate.takenIn.filter((land) => boxesMeet(part.box, land.box, settings.snapMetres));
  return lands.flatMap((land) =>
    outerContact(part, land, settings).flatMap(([edge, stretch]) =>
      zones.flatMap((zone): [number, number, Interval[]][] => {
        const within = common([stretch], stretchesNear(edgeOf(part, edge), zone.shape, settings.snapMetres));
        return within.length > 0 ? [[edge, zone.piece, within]] : [];
      }),
    ),
  );
}

/** Where a plot's boundary lies within snap of corridors' land or of planning edges, by part and edge. */
export function stretchesAlongEdges(
  plot: readonly Shape[],
  edges: readonly Land[],
  snapMetres: number,
): Interval[][][] {
  return plot.map((part) => {
    const near = edges
      .flatMap(({ grounds, lines }) => [...grounds, ...lines])
      .filter(({ box }) => boxesMeet(box, part.box, snapMetres));
    return edgesOf(part).map((edge) => unite(near.flatMap((shape) => stretchesNear(edge, shape, snapMetres))));
  });
}
