import { z } from 'zod';
import { endpoint } from './endpoint';
import { leftoverKind, surroundingKind } from './vocabulary';

const databaseId = z.string().regex(/^\d{1,18}$/);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Endings of the files that may be attached to a ruling, each with its media type; the server judges by the content. */
export const ATTACHMENT_TYPES = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  txt: 'text/plain',
} as const;
/** The most bytes of one attachment, and the most attachments of one ruling. */
export const ATTACHMENT_BYTES = 20 * 1024 * 1024;
export const ATTACHMENTS_EACH = 10;

/** A file that a ruling rests on, kept by its content. */
export const attachment = z.object({ sha256, name: z.string(), mediaType: z.string(), byteLength: z.number() });

/** What a person may say of a suspected leftover plot. */
export const plotClaim = z.discriminatedUnion('decision', [
  z.object({ decision: z.literal('accept') }),
  z.object({ decision: z.literal('change'), kind: z.enum(['corner', 'scattered', 'enclosed']) }),
  z.object({ decision: z.literal('reject') }),
]);
/** What a person saw in the gap between two plots of a park; an empty list says that nothing stands in it. */
export const gapClaim = z.object({ plots: z.tuple([databaseId, databaseId]), holds: z.array(surroundingKind) });

const rulingBase = z.object({
  id: z.string(),
  reason: z.string(),
  document: z.string().nullable(),
  office: z.string().nullable(),
  attachments: z.array(attachment),
  actor: z.string(),
  at: z.iso.datetime(),
  /** The event that recorded it, for undo. */
  event: z.string().nullable(),
});
export const plotRuling = rulingBase.extend({
  subject: z.literal('plot'),
  park: databaseId,
  parcel: databaseId,
  claim: plotClaim,
  /** What the machine said when the person ruled, and whether it says otherwise today. */
  foundAs: leftoverKind.nullable(),
  foundOtherwise: z.boolean(),
});
export const gapRuling = rulingBase.extend({ subject: z.literal('gap'), park: databaseId, claim: gapClaim });
export const ruling = z.discriminatedUnion('subject', [plotRuling, gapRuling]);

const grounds = {
  reason: z.string().trim().min(1).max(500),
  document: z.string().trim().max(200).optional(),
  office: z.string().trim().max(80).optional(),
  attachments: z
    .array(z.object({ sha256, name: z.string().trim().min(1).max(200) }))
    .max(ATTACHMENTS_EACH)
    .default([]),
};
export const makeRuling = endpoint({
  method: 'POST',
  path: '/api/rulings',
  tag: 'rulings',
  signed: true,
  summary:
    'Records what a person ruled on a leftover plot or on what a gap holds; it takes the place of an earlier ruling on the same thing, and never overwrites the finding',
  body: z.discriminatedUnion('subject', [
    z.object({ subject: z.literal('plot'), park: databaseId, parcel: databaseId, claim: plotClaim, ...grounds }),
    z.object({ subject: z.literal('gap'), park: databaseId, claim: gapClaim, ...grounds }),
  ]),
  response: z.object({ id: z.string(), event: z.string() }),
});
export const withdrawRuling = endpoint({
  method: 'DELETE',
  path: '/api/rulings/:id',
  tag: 'rulings',
  signed: true,
  summary: 'Withdraws a ruling; it stays in the history',
  params: z.object({ id: databaseId }),
  query: z.object({ reason: z.string().trim().max(500).optional() }),
  response: z.object({ event: z.string() }),
});
export const listRulings = endpoint({
  method: 'GET',
  path: '/api/rulings',
  tag: 'rulings',
  summary: 'Rulings in force, by park or by parcel',
  query: z.object({ park: databaseId.optional(), parcel: databaseId.optional() }),
  response: z.object({ rows: z.array(ruling) }),
});
/** Where a file that a ruling will rest on is uploaded (multipart, field `file`) and, under its sha256, downloaded. */
export const ATTACHMENTS_PATH = '/api/attachments';
export const storeAttachment = endpoint({
  method: 'POST',
  path: ATTACHMENTS_PATH,
  tag: 'rulings',
  signed: true,
  summary:
    'Stores a file that a ruling will rest on (multipart, one part named file); one that no ruling names goes after a day',
  response: attachment,
});
export type Attachment = z.infer<typeof attachment>;
export type PlotClaim = z.infer<typeof plotClaim>;
export type GapClaim = z.infer<typeof gapClaim>;
export type PlotRuling = z.infer<typeof plotRuling>;
export type GapRulingRow = z.infer<typeof gapRuling>;
export type Ruling = z.infer<typeof ruling>;
