import type { LayerName } from '../../data/contract';
import type { CountedLayer, Versions } from '../db/state/read-versions';

/** The data that each layer is drawn or told from. */
const drawnFrom: Record<LayerName, readonly CountedLayer[]> = {
  zones: ['zones'],
  parcels: ['parcels', 'parks', 'leftover', 'blocks'],
  parks: ['parks', 'parcels', 'corridors', 'firms', 'rulings', 'zones'],
  leftover: ['leftover', 'parcels', 'parks'],
  corridors: ['corridors'],
  controls: ['controls'],
  rulings: ['rulings'],
};
const DAY_MS = 86_400_000;

/**
 * The version of a layer: the sum of the counters it is drawn from, which only ever grows and so never repeats.
 * A park shows its verdict, which turns with the calendar, so the day counts too.
 */
export function shownVersion(layer: LayerName, versions: Versions, asOf: string): number {
  const sum = drawnFrom[layer].reduce((total, name) => total + versions[name], 0);
  return layer === 'parks' ? sum + Date.parse(asOf) / DAY_MS : sum;
}
