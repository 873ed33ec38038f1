import type { Call, commitImport, ImportMapping, ImportMode, ImportPreview } from '../../../../data/contract';
import { missingFields } from './giveColumn';
import { heldBefore } from './heldBefore';

/** How the reader means to write a file, as far as it is settled. */
export interface Plan {
  readonly mode: ImportMode;
  readonly replaces: string | null;
  readonly complete: boolean;
  readonly sender: string;
  readonly reason: string;
}
export const emptyPlan: Plan = { mode: 'insert', replaces: null, complete: false, sender: '', reason: '' };

/** Something without which a file cannot be written. */
export type Need =
  | { readonly what: 'crs' | 'replaces' | 'records' }
  | { readonly what: 'field'; readonly title: string };

/** What is still needed before a file can be written; empty when it can. */
export function needsOf(preview: ImportPreview, mapping: ImportMapping, crs: string | null, plan: Plan): Need[] {
  const { held, whole } = heldBefore(preview);
  return [
    ...(preview.crs.needed && crs === null ? [{ what: 'crs' as const }] : []),
    ...missingFields(preview, mapping).map(({ title }) => ({ what: 'field' as const, title })),
    ...(plan.mode === 'replace' && plan.replaces === null ? [{ what: 'replaces' as const }] : []),
    ...(preview.recordCount === 0 || (whole && held === preview.recordCount && preview.crs.chosen !== null)
      ? [{ what: 'records' as const }]
      : []),
  ];
}

/** What is sent to have a file written. */
export function commitBodyOf(
  preview: ImportPreview,
  mapping: ImportMapping,
  crs: string | null,
  plan: Plan,
): Call<typeof commitImport>['body'] {
  const { mode, replaces, complete, sender, reason } = plan;
  return {
    crs: preview.crs.needed ? crs : null,
    mapping,
    mode,
    ...(mode === 'replace' && replaces ? { replaces } : {}),
    ...(complete && preview.kind === 'corridors' ? { complete } : {}),
    ...(sender.trim() ? { sender: sender.trim() } : {}),
    ...(reason.trim() ? { reason: reason.trim() } : {}),
  };
}
