import type { Gap } from '../../../data/contract';
import { surroundingWords } from '../../../data/words/vocabulary';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { problemsText } from '../../text/problems';

/** The kinds of what lies in a gap, each once, as words. */
export function useKinds(): (gap: Gap) => string[] {
  const format = useFormat();
  return ({ holds }) => [...new Set(holds.map(({ kind }) => format.name(surroundingWords[kind])))];
}

/** Says what lies in a gap: what is known of it, that it is nothing, or that nobody knows. */
export function useContents(): (gap: Gap) => string {
  const t = useText(problemsText);
  const format = useFormat();
  const kindsOf = useKinds();
  return (gap) => {
    if (gap.holds.length > 0) return t('holds', { kinds: format.list(kindsOf(gap)) });
    return t(gap.bridged === null ? 'holdsUnknown' : 'holdsNothing');
  };
}
