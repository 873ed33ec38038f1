import { z } from 'zod';
import { leftoverAnswer, leftoverFinding } from './analysis';
import { endpoint } from './endpoint';
import { parcelRow } from './parcels';
import { plotRuling } from './rulings';
import { leftoverKind } from './vocabulary';

/** One parcel beside one park, as the machine found it. Suspected, for the bureau to determine. */
export const leftoverRow = z.object({
  parcel: parcelRow,
  park: z.object({ id: z.string(), name: z.string() }),
  finding: leftoverFinding,
  /** What a person ruled on it, where somebody did; the finding stands beside it unchanged. */
  ruling: plotRuling.nullable(),
  /** The class that holds: the ruled one, else the found one; null where the ruling rejects it. */
  standing: leftoverKind.nullable(),
});
export const listLeftover = endpoint({
  method: 'GET',
  path: '/api/leftover',
  tag: 'leftover',
  summary: 'Leftover plots with class, measures, reasons and what is missing',
  query: z.object({
    unit: z.string().optional(),
    park: z
      .string()
      .regex(/^\d{1,18}$/)
      .optional(),
    kind: z.string().optional().describe('comma separated leftover kinds that hold'),
    status: z.string().optional().describe('comma separated plot statuses'),
    tenure: z.string().optional().describe('comma separated tenures'),
    minMu: z.coerce.number().min(0).optional(),
    maxMu: z.coerce.number().min(0).optional(),
    /** `none`, `accepted`, `changed`, `rejected` or `any`; rejected plots are listed only when asked for. */
    ruled: z.enum(['none', 'accepted', 'changed', 'rejected', 'any']).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(200),
    offset: z.coerce.number().int().min(0).default(0),
  }),
  response: z.object({
    total: z.number(),
    rows: z.array(leftoverRow),
    summary: z.array(z.object({ kind: leftoverKind, count: z.number(), areaMu: z.number() })),
  }),
});
export const readLeftoverCap = endpoint({
  method: 'GET',
  path: '/api/leftover/:park/cap',
  tag: 'leftover',
  summary: 'The sum of the leftover plots of a park, by the classes that hold, against its cap',
  params: z.object({ park: z.string().regex(/^\d+$/) }),
  response: leftoverAnswer.shape.cap.extend({ ruleset: z.string() }),
});
export type LeftoverCap = z.infer<typeof readLeftoverCap.response>;
export type LeftoverRow = z.infer<typeof leftoverRow>;
