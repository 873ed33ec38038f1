import { z } from 'zod';
import { endpoint } from './endpoint';
import { bbox, point } from './geojson';

export const searchKind = z.enum(['unit', 'park', 'parcel', 'carrier', 'segment', 'coordinate', 'firm']);
export const searchHit = z.object({
  kind: searchKind,
  id: z.string(),
  title: z.string(),
  subtitle: z.string().nullable(),
  at: point.nullable(),
  bbox: bbox.nullable(),
});
export const search = endpoint({
  method: 'GET',
  path: '/api/search',
  tag: 'search',
  summary: 'One box for units, parks, parcel numbers, carriers, segments and coordinates',
  query: z.object({ q: z.string().trim().min(1).max(100), limit: z.coerce.number().int().min(1).max(20).default(6) }),
  response: z.object({ groups: z.array(z.object({ kind: searchKind, total: z.number(), hits: z.array(searchHit) })) }),
});
export type SearchHit = z.infer<typeof searchHit>;
export type SearchKind = z.infer<typeof searchKind>;
