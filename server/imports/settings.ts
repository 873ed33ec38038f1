import { z } from 'zod';
import { importMapping } from '../../data/contract';

/** What a reader chose for an import; what is absent is guessed anew with each reading. */
export const importSettings = z.object({
  encoding: z.string().optional(),
  crs: z.string().optional(),
  mapping: importMapping.optional(),
  reason: z.string().optional(),
});
export type ImportSettings = z.infer<typeof importSettings>;
