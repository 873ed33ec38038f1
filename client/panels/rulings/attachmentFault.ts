import { ATTACHMENT_BYTES, ATTACHMENT_TYPES, ATTACHMENTS_EACH } from '../../../data/contract';

export type AttachmentFault = 'attachTooMany' | 'attachEmpty' | 'attachTooLarge' | 'attachWrongType';

const endingOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

/** What keeps a file from being attached beside those that are there already; null where nothing does. */
export function attachmentFault(file: { name: string; size: number }, attached: number): AttachmentFault | null {
  if (attached >= ATTACHMENTS_EACH) return 'attachTooMany';
  if (file.size === 0) return 'attachEmpty';
  if (file.size > ATTACHMENT_BYTES) return 'attachTooLarge';
  return endingOf(file.name) in ATTACHMENT_TYPES ? null : 'attachWrongType';
}
