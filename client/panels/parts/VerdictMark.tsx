import type { Named, Verdict } from '../../../data/contract/vocabulary';
import { verdictWords } from '../../../data/words/vocabulary';
import { useFormat } from '../../text/format';

type Look = Verdict | 'at-limit' | 'stale';
const signs: Record<Look, string> = { met: '✓', unmet: '✕', unknown: '?', 'at-limit': '=', stale: '◷' };
const words: Record<Look, Named> = {
  ...verdictWords,
  'at-limit': { zh: '临界', en: 'at the limit' },
  stale: { zh: '已过期，待重算', en: 'stale, to be worked out again' },
};

/** A verdict as sign and word, never colour alone. `word` replaces the standard word; `bare` leaves it to screen readers. */
export function VerdictMark({ verdict, word, bare = false }: { verdict: Look; word?: string; bare?: boolean }) {
  const format = useFormat();
  const text = word ?? format.name(words[verdict]);
  return (
    <span className={`verdict verdict-${verdict}`} {...(bare ? { role: 'img', 'aria-label': text, title: text } : {})}>
      <span className="verdict-sign" aria-hidden="true">
        {signs[verdict]}
      </span>
      {!bare && text}
    </span>
  );
}
