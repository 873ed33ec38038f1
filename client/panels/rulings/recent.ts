/** What this browser's reader wrote last in rulings, so that forty plots of one site visit need no typing twice. */
export interface Recent {
  /** Newest first. */
  readonly reasons: readonly string[];
  readonly document: string;
  readonly office: string;
}

const key = 'yuantu.rulings';
const MOST_REASONS = 5;
const nothing: Recent = { reasons: [], document: '', office: '' };

/** What was written last; nothing where the browser keeps nothing, or keeps it in another shape. */
export function recentNow(): Recent {
  try {
    const kept = JSON.parse(window.localStorage.getItem(key) ?? '{}') as Partial<Recent>;
    const reasons = Array.isArray(kept.reasons) ? kept.reasons.filter((reason) => typeof reason === 'string') : [];
    return { reasons, document: String(kept.document ?? ''), office: String(kept.office ?? '') };
  } catch {
    return nothing;
  }
}

/** What is to be kept after a ruling: its reason leads, each reason once, only the newest few. */
export const recentAfter = (before: Recent, now: { reason: string; document: string; office: string }): Recent => ({
  reasons: [now.reason, ...before.reasons.filter((reason) => reason !== now.reason)].slice(0, MOST_REASONS),
  document: now.document,
  office: now.office,
});

/** Keeps what was written in a ruling. */
export function keepRecent(now: { reason: string; document: string; office: string }): void {
  window.localStorage.setItem(key, JSON.stringify(recentAfter(recentNow(), now)));
}
