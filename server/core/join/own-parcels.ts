import type { Ruleset } from '../../../data/contract/ruleset';
import type { CityCrs } from '../fabric/city-crs';
import { type Fabric, partsOf } from '../fabric/fabric';
import { commonGround } from '../fabric/ground';
import type { Surrounding } from '../pieces/surroundings';

/** From more than this share of its ground on, a parcel is the plot drawn there and not somebody else's. */
const OWN_SHARE = 0.5;

/** An object between plots, and the places (in the list of plots) of those it is itself. */
export interface OwnedSurrounding {
  readonly object: Surrounding;
  readonly owners: readonly number[];
}

/**
 * Tells which parcels that lie around are the plots themselves, by common ground: once such a plot belongs to the park,
 * its own parcel is no longer other people's ground in a gap. `plotOf` gives the place of the plot of every part.
 */
export function findOwners(
  between: readonly Surrounding[],
  fabric: Fabric,
  plotOf: readonly number[],
  crs: CityCrs,
  { rules }: Ruleset,
): OwnedSurrounding[] {
  const roles = rules.contiguity.gapRoles.value;
  return between.map((object) => {
    const { geometry } = object;
    const isAreal = geometry.type === 'Polygon' || geometry.type === 'MultiPolygon';
    if (!isAreal || roles[object.kind] !== 'occupied') return { object, owners: [] };
    const common = new Map<number, number>();
    let whole = 0;
    for (const parcel of partsOf({ id: '', geometry }, crs)) {
      whole += parcel.planarSquareMetres;
      for (const place of fabric.index?.search(...parcel.box) ?? []) {
        const part = fabric.parts[place];
        const plot = plotOf[place] ?? -1;
        if (part) common.set(plot, (common.get(plot) ?? 0) + commonGround([parcel], [part]));
      }
    }
    return { object, owners: [...common].filter(([, ground]) => ground > OWN_SHARE * whole).map(([plot]) => plot) };
  });
}

/** What lies between the plots of a set: everything but their own parcels. */
export function othersBetween(owned: readonly OwnedSurrounding[], isOwn: (plot: number) => boolean): Surrounding[] {
  return owned.filter(({ owners }) => !owners.some(isOwn)).map(({ object }) => object);
}
