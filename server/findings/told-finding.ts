import type { LeftoverFinding } from '../../data/contract';
import { leftoverMessages, leftoverShares } from '../../data/words/leftover';
import type { LeftoverOutcome } from '../core/leftover';
import type { Lang } from '../lang';

type Message = LeftoverOutcome['because'][number];

/** A finding, fresh from the core or stored, with its sentences in the reader's language. */
export function toldFinding(finding: LeftoverOutcome, lang: Lang): LeftoverFinding {
  const tell = (message: Message): string => tellMessage(message, lang);
  return { ...finding, because: finding.because.map(tell), missing: finding.missing.map(tell) };
}

function tellMessage({ code, args }: Message, lang: Lang): string {
  return leftoverMessages[code][lang].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = args[name];
    if (typeof value !== 'number') return String(value ?? '');
    return leftoverShares.has(name) ? `${(value * 100).toFixed(1)} %` : String(Math.round(value * 100) / 100);
  });
}
