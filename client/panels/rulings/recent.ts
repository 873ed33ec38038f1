/** What this browser's reader wrote last in rulings, so that forty plots of one site visit need no typing twice. */
export interface Recent {
  /** Newest first. */
  readonly reasons: readonly string[];
  /** The park ruled on last: its document is taken for granted there, and only offered elsewhere. */
  readonly park: string;
  readonly document: string;
  readonly office: string;
}

const key = 'yuantu.rulings';
const MOST_REASONS = 5;
const nothing: Recent = { reasons: [], park: '', document: '', office: '' };

/** What was written last; nothing where the browser keeps nothing, or keeps it in another shape. */
export function recentNow(): Recent {
  try {
    const kept = JSON.parse(window.localStorage.getItem(key) ?? '{}') as Partial<Recent>;
    const reasons = Array.isArray(kept.reasons) ? kept.reasons.filter((reason) => typeof reason === 'string') : [];
    const text = (name: 'park' | 'document' | 'office') => String(kept[name] ?? '');
    return { reasons, park: text('park'), document: text('document'), office: text('office') };
  } catch {
    return nothing;
  }
}

type Written = Omit<Recent, 'reasons'> & { readonly reason: string };

/** What is to be kept after a ruling: its reason leads, each reason once, only the newest few. */
export const recentAfter = (before: Recent, { reason, ...now }: Written): Recent => ({
  reasons: [reason, ...before.reasons.filter((one) => one !== reason)].slice(0, MOST_REASONS),
  ...now,
});

/** Keeps what was written in a ruling. */
export function keepRecent(now: Written): void {
  window.localStorage.setItem(key, JSON.stringify(recentAfter(recentNow(), now)));
}
