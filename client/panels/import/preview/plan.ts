import type { Call, commitImport, ImportMapping, ImportMode, ImportPreview } from '../../../../data/contract';
import { missingFields, sameMapping } from './giveColumn';
import { heldBefore } from './heldBefore';

/** How the reader means to write a file, as far as it is settled. */
export interface Plan {
  readonly mode: ImportMode;
  readonly replaces: string | null;
  readonly complete: boolean;
  /** Null until the reader has said; then the sender of the last file of the make is proposed. */
  readonly sender: string | null;
  readonly reason: string;
}
export const emptyPlan: Plan = { mode: 'insert', replaces: null, complete: false, sender: null, reason: '' };

/** Something without which a file cannot be written. */
export type Need =
  | { readonly what: 'crs' | 'replaces' | 'records' }
  | { readonly what: 'field'; readonly title: string };

/** What is still needed before a file can be written; empty when it can. */
export function needsOf(preview: ImportPreview, mapping: ImportMapping, crs: string | null, plan: Plan): Need[] {
  const { held } = heldBefore(preview);
  // Under another mapping what was held back may pass.
  const read = sameMapping(mapping, preview.mapping);
  return [
    ...(preview.crs.needed && crs === null ? [{ what: 'crs' as const }] : []),
    ...missingFields(preview, mapping).map(({ title }) => ({ what: 'field' as const, title })),
    ...(plan.mode === 'replace' && plan.replaces === null ? [{ what: 'replaces' as const }] : []),
    ...(preview.recordCount === 0 ||
    (read && held === preview.recordCount && (!preview.crs.needed || preview.crs.chosen !== null))
      ? [{ what: 'records' as const }]
      : []),
  ];
}

/** Who sent the file, as far as is known: as the reader says, else as the last file of its make. */
export const senderOf = ({ remembered }: Pick<ImportPreview, 'remembered'>, { sender }: Plan): string =>
  sender ?? remembered?.sender ?? '';

/** What is sent to have a file written. */
export function commitBodyOf(
  preview: ImportPreview,
  mapping: ImportMapping,
  crs: string | null,
  plan: Plan,
): Call<typeof commitImport>['body'] {
  const { mode, replaces, complete, reason } = plan;
  const sender = senderOf(preview, plan).trim();
  return {
    crs: preview.crs.needed ? crs : null,
    mapping,
    mode,
    ...(mode === 'replace' && replaces ? { replaces } : {}),
    ...(complete && preview.kind === 'corridors' ? { complete } : {}),
    ...(sender ? { sender } : {}),
    ...(reason.trim() ? { reason: reason.trim() } : {}),
  };
}
