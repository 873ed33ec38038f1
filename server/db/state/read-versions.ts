import { z } from 'zod';
import type { TouchedLayer } from '../../operations/perform';
import type { Queryable, Statement } from '../pool';

/** One counter per layer of data; it grows with every write that touches the layer, whichever process wrote. */
export type Versions = Readonly<Record<CountedLayer, number>>;
/** Layers of data, and the generalised blocks that follow the parcels in their own time. */
export type CountedLayer = TouchedLayer | 'blocks';

const layers = [
  'zones',
  'parcels',
  'parks',
  'leftover',
  'corridors',
  'controls',
  'firms',
  'rulings',
  'blocks',
] as const;
const row = z.object({ layer: z.enum(layers), version: z.number() });

/** Reads all counters. */
export function readVersionsQuery(): Statement {
  return { text: 'select layer, version from layer_version' };
}

/** The counters as they stand now. */
export async function readVersions(db: Queryable): Promise<Versions> {
  const rows = await db.query(readVersionsQuery(), row);
  const found = Object.fromEntries(rows.map(({ layer, version }) => [layer, version]));
  return Object.fromEntries(layers.map((layer) => [layer, found[layer] ?? 0])) as Record<CountedLayer, number>;
}
