import { z } from 'zod';
import { importKind, importMapping, importMode } from '../../data/contract';

/** What a reader chose for an import; what is absent is guessed anew with each reading. */
export const importSettings = z.object({
  kind: importKind.optional(),
  layer: z.string().optional(),
  encoding: z.string().optional(),
  /** Null where the kind has no place. */
  crs: z.string().nullish(),
  mapping: importMapping.optional(),
  mode: importMode.optional(),
  replaces: z.string().optional(),
  sender: z.string().optional(),
  complete: z.boolean().optional(),
  reason: z.string().optional(),
});
export type ImportSettings = z.infer<typeof importSettings>;
