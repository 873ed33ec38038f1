import { contactStretches } from '../../fabric/contact';
import { isInside } from '../../fabric/distance';
import { boxesMeet, type Shape } from '../../fabric/shape';
import { type Estate, type EstateSettings, patchesIn } from '../estate';
import { openStrips } from '../estate/open-strips';
import { type OwnedPatch, type Patch, standsOnPatch } from '../estate/patch';
import type { Sided } from '../estate/strips';
import { type Edge, edgeLength, edgeOf, pointAlong, stretchesInside } from '../plane/along-edge';
import { common, type Interval, lengthOfIntervals, unite } from '../plane/intervals';
import { sidesOf } from '../plane/rings';

/** Where a plot's boundary is in contact with a park and what the park takes in. */
export interface PlotContact {
  /** Stretches by part and edge of the plot, in metres from the edge's start. */
  readonly stretches: readonly (readonly (readonly Interval[])[])[];
  /** Metres of contact by piece of the park. */
  readonly metresByPiece: ReadonlyMap<number, number>;
  /** What the park takes in across bridged gaps to the plot. */
  readonly patches: readonly OwnedPatch[];
}

/**
 * Measures the contact of a plot with a park on the plot's outer side: with the park's own parts, with land taken in
 * across a bridged gap to the plot, and with land the park has taken in anyway. What the park takes in ends where the
 * plot begins. `self` is the plot's place among those asked about: the others keep a gap from being bridged.
 */
export function contactWithPark(
  plot: readonly Shape[],
  estate: Estate,
  self: number,
  settings: EstateSettings,
): PlotContact {
  const contact = new Contact(plot);
  const patches: OwnedPatch[] = [];
  for (const [place, part] of plot.entries()) {
    const sided: Sided = { shape: part, sides: sidesOf(part) };
    const lands = estate.takenIn.within(part.box, settings.maxGapMetres);
    for (const other of estate.parts.within(part.box, settings.maxGapMetres)) {
      const { shape, piece } = other;
      if (boxesMeet(part.box, shape.box, settings.snapMetres))
        contact.add(place, piece, outerContact(sided, other, settings));
      for (const { ground } of openStrips(sided, other, lands, estate.blocks, self, settings)) {
        for (const patch of patchesIn(ground, lands, settings)) {
          patches.push({ ...patch, piece });
          contact.add(place, piece, outerContact(sided, patch, settings));
        }
      }
    }
    for (const patch of estate.patches.within(part.box, settings.snapMetres)) {
      contact.add(place, patch.piece, outerContact(sided, patch, settings));
      contact.add(place, patch.piece, beyondOnPatch(sided, patch));
    }
  }
  return { stretches: contact.united(), metresByPiece: contact.metresByPiece, patches };
}

interface EdgeContact {
  readonly edge: number;
  readonly stretches: readonly Interval[];
}

class Contact {
  readonly metresByPiece = new Map<number, number>();
  private readonly found: Interval[][][];

  constructor(plot: readonly Shape[]) {
    this.found = plot.map(({ next }) => Array.from({ length: next.length }, () => []));
  }

  add(place: number, piece: number, contacts: readonly EdgeContact[]): void {
    for (const { edge, stretches } of contacts) {
      this.found[place]?.[edge]?.push(...stretches);
      this.metresByPiece.set(piece, (this.metresByPiece.get(piece) ?? 0) + lengthOfIntervals(stretches));
    }
  }

  united(): Interval[][][] {
    return this.found.map((edges) => edges.map((list) => (list.length > 1 ? unite(list) : list)));
  }
}

/**
 * Stretches of contact that lie on the plot's outer side: the other's ground is found beyond the boundary, or at least
 * not on the plot's own side of it, as that of a plot lying over this one would be.
 */
function outerContact({ shape: part, sides }: Sided, other: Sided | Patch, settings: EstateSettings): EdgeContact[] {
  const outline = 'sides' in other ? other.shape : other.outline;
  const outer: EdgeContact[] = [];
  for (const { edge, fromMetres, toMetres } of contactStretches(part, [outline], settings)) {
    const line = edgeOf(part, edge);
    const [x, y] = pointAlong(line, (fromMetres + toMetres) / 2);
    const [nx, ny] = outward(line, sides[edge] as number, settings.snapMetres * JUST_OVER);
    if (standsOn(x + nx, y + ny, other) || !standsOn(x - nx, y - ny, other))
      outer.push({ edge, stretches: [[fromMetres, toMetres]] });
  }
  return outer;
}

/** Where land that the park takes in lies right beyond a plot's boundary: it may lie over the plot, but ends there. */
function beyondOnPatch({ shape: part, sides }: Sided, { land, zone, box }: Patch): EdgeContact[] {
  if (!boxesMeet(part.box, box)) return [];
  const contacts: EdgeContact[] = [];
  for (let edge = 0; edge < part.next.length; edge++) {
    const line = edgeOf(part, edge);
    const [nx, ny] = outward(line, sides[edge] as number, BEYOND_METRES);
    const beyond: Edge = [line[0] + nx, line[1] + ny, line[2] + nx, line[3] + ny];
    const inZone = stretchesInside(beyond, zone);
    if (inZone.length > 0) contacts.push({ edge, stretches: common(inZone, stretchesInside(beyond, land)) });
  }
  return contacts;
}

/** A little more than the snap, so that ground right at its distance is met. */
const JUST_OVER = 1.02;
/** Near enough to a boundary to be beyond nothing else. */
const BEYOND_METRES = 1e-3;

function standsOn(x: number, y: number, ground: Sided | Patch): boolean {
  return 'sides' in ground ? isInside(x, y, ground.shape) : standsOnPatch(x, y, ground);
}

/** The way off an edge to the side where its ground is not. */
function outward(line: Edge, side: number, metres: number): readonly [x: number, y: number] {
  const share = (side * metres) / edgeLength(line);
  return [(line[3] - line[1]) * share, (line[0] - line[2]) * share];
}
