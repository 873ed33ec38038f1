import { z } from 'zod';
import type { TouchedLayer } from '../../operations/perform';
import type { Queryable, Statement } from '../pool';

/** One counter per layer of data; it grows with every write that touches the layer, whichever process wrote. */
export type Versions = Readonly<Record<TouchedLayer, number>>;

const layers = ['zones', 'parcels', 'parks', 'leftover', 'corridors', 'controls', 'firms', 'rulings'] as const;
const row = z.object({ layer: z.enum(layers), version: z.number() });

/** Reads all counters. */
export function readVersionsQuery(): Statement {
  return { text: 'select layer, version from layer_version' };
}

/** The counters as they stand now. */
export async function readVersions(db: Queryable): Promise<Versions> {
  const rows = await db.query(readVersionsQuery(), row);
  const found = Object.fromEntries(rows.map(({ layer, version }) => [layer, version]));
  return Object.fromEntries(layers.map((layer) => [layer, found[layer] ?? 0])) as Record<TouchedLayer, number>;
}
