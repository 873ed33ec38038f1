import { z } from 'zod';
import { endpoint } from './endpoint';

/** One write as it was recorded: actor, time, reason, what changed; its inverse is kept on the server. */
export const eventRow = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  actor: z.string(),
  reason: z.string().nullable(),
  verb: z.string(),
  subject: z.object({ kind: z.string(), id: z.string(), name: z.string().nullable() }),
  /** A few plain facts of the change, for the history list. */
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  /** The event that this one takes back, if any. */
  undoes: z.string().nullable(),
  /** The event that took this one back, if any. */
  undoneBy: z.string().nullable(),
  /** Why it cannot be taken back now, in the reader's language; null where nothing is known to stand against it. */
  blocked: z.string().nullable(),
});
export const listEvents = endpoint({
  method: 'GET',
  path: '/api/events',
  tag: 'events',
  summary: 'The history, newest first',
  query: z.object({
    kind: z.string().optional(),
    id: z.string().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    before: z.string().regex(/^\d+$/).optional(),
  }),
  response: z.object({ rows: z.array(eventRow) }),
});
export const undoEvent = endpoint({
  method: 'POST',
  path: '/api/events/:id/undo',
  tag: 'events',
  signed: true,
  summary: 'Takes a write back by its recorded inverse; undoing an undo is redo',
  params: z.object({ id: z.string().regex(/^\d+$/) }),
  body: z.object({ reason: z.string().trim().max(500).optional() }),
  response: z.object({ event: z.string() }),
});
export type EventRow = z.infer<typeof eventRow>;
