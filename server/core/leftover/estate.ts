import { eachPairWithin, indexOf } from '../fabric/fabric';
import { Groups } from '../fabric/groups';
import type { Box, Shape } from '../fabric/shape';
import { layNear, type Near } from './estate/near';
import { type Block, type GapLand, type GapSettings, openStrips } from './estate/open-strips';
import { type OwnedPatch, type Patch, patchOf } from './estate/patch';
import { redLinePatches, tieByPatches } from './estate/red-line';
import type { Sided } from './estate/strips';
import type { Ground } from './land';
import { sidesOf } from './plane/rings';

/** One polygon of the park. */
export interface EstatePart extends Sided {
  readonly box: Box;
  /** The piece it belongs to, ties by land that is taken in counted. */
  readonly piece: number;
}

/** A park with what it takes in, ready to be held against one plot after another. */
export interface Estate extends GapLand {
  readonly parts: Near<EstatePart>;
  readonly patches: Near<OwnedPatch>;
  /** Whether some of the park's parts lie over one another, so that their ground must be counted as a union. */
  readonly hasOverlaps: boolean;
}

export type EstateSettings = GapSettings;

/** The polygons of a park, the pieces that they make under the strict reading, and whether some lie over others. */
export interface ParkGround {
  readonly parts: readonly Shape[];
  readonly strictPieces: readonly (readonly number[])[];
  readonly hasOverlaps: boolean;
}

/** What lies around a park: land to take in, what keeps gaps from being bridged, the parts of its red line. */
export interface EstateLand {
  readonly takenIn: readonly Ground[];
  readonly blocks: readonly Block[];
  readonly redLine: readonly Ground[];
}

/**
 * Takes into a park the roads, ditches and green belts that lie inside its red line or in bridged gaps between its
 * own plots, and joins the pieces that such land ties together.
 */
export function layEstate(
  { parts, strictPieces, hasOverlaps }: ParkGround,
  land: EstateLand,
  settings: EstateSettings,
): Estate {
  const gap: GapLand = { takenIn: layNear(land.takenIn), blocks: layNear(land.blocks) };
  const inRedLine = redLinePatches(parts, gap.takenIn, land.redLine, settings);
  const groups = new Groups(parts.length + inRedLine.length);
  for (const piece of strictPieces) for (const place of piece) groups.join(piece[0] as number, place);
  tieByPatches(groups, parts, inRedLine, settings);
  const sided = parts.map((shape) => ({ shape, box: shape.box, sides: sidesOf(shape) }));
  const inStrips: { patch: Patch; place: number }[] = [];
  const near = sided.map(({ box }) => gap.takenIn.within(box, settings.maxGapMetres));
  eachPairWithin(parts, indexOf(parts), settings.maxGapMetres, (a, b) => {
    const lands = near[a] as Ground[];
    if (lands.length === 0) return;
    for (const strip of openStrips(sided[a] as Sided, sided[b] as Sided, lands, gap.blocks, null, settings)) {
      for (const patch of patchesIn(strip.ground, lands, settings)) inStrips.push({ patch, place: a });
      groups.join(a, b);
    }
  });
  const patches = [
    ...inRedLine.map((patch, place) => ({ ...patch, piece: groups.find(parts.length + place) })),
    ...inStrips.map(({ patch, place }) => ({ ...patch, piece: groups.find(place) })),
  ];
  return {
    ...gap,
    parts: layNear(sided.map((part, place) => ({ ...part, piece: groups.find(place) }))),
    patches: layNear(patches),
    hasOverlaps,
  };
}

/** What of some lands a zone takes in. */
export function patchesIn(zone: Ground, lands: readonly Ground[], settings: EstateSettings): Patch[] {
  const patches: Patch[] = [];
  for (const land of lands) {
    const patch = patchOf(land, zone, settings);
    if (patch) patches.push(patch);
  }
  return patches;
}
