import type { Collection } from './collection';
import { corridors } from './corridors';
import { leftoverPlots } from './leftover-plots';
import { parcels } from './parcels';
import { parks } from './parks';
import { zones } from './zones';

/** Every collection of `/ogc`, in the order in which they are listed. */
export const collections: readonly Collection[] = [parcels, parks, leftoverPlots, zones, corridors];
