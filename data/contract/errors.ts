import { z } from 'zod';

/** Every error body. `message` is in the reader's language and says what to do. */
export const errorBody = z.looseObject({
  code: z.string(),
  message: z.string(),
  requestId: z.string().optional(),
  issues: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  faults: z
    .array(
      z.object({
        feature: z.string(),
        code: z.string().optional(),
        reason: z.string(),
        at: z.array(z.number()).optional(),
      }),
    )
    .optional(),
});
export type ErrorBody = z.infer<typeof errorBody>;
/** One fault of one feature: `code` for programs, `reason` in the reader's language. */
export type GeometryFault = { feature: string; code?: string; reason: string; at?: [number, number] };
