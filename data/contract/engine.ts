import { z } from 'zod';
import { endpoint } from './endpoint';

/** What the spatial engine holds in memory. */
export const readEngine = endpoint({
  method: 'GET',
  path: '/api/engine',
  tag: 'state',
  summary: 'What the spatial engine holds in memory, and how it came there',
  response: z.object({
    parcels: z.number(),
    points: z.number(),
    parks: z.number(),
    /** Bytes of parcels, which all threads share, and the most they may take. */
    sharedBytes: z.number(),
    sharedBytesAtMost: z.number(),
    /** Heap of each thread. */
    heapBytes: z.array(z.number()),
    /** Packed states of parcels: the city as it was read, and changes since then. */
    grounds: z.number(),
    /** How often everything was read, how often only what had changed, and how long the last full reading took. */
    fullLoads: z.number(),
    updates: z.number(),
    loadMilliseconds: z.number(),
  }),
});
