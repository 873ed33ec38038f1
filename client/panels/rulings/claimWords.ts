import { useCallback } from 'react';
import type { Ruling } from '../../../data/contract';
import { leftoverWords, surroundingWords } from '../../../data/words/vocabulary';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { rulingsText } from '../../text/rulings';

/** Says what was ruled, in the reader's language. */
export function useClaimWords(): (ruling: Ruling) => string {
  const t = useText(rulingsText);
  const format = useFormat();
  return useCallback(
    (ruling) => {
      if (ruling.subject === 'gap') {
        const { holds } = ruling.claim;
        if (holds.length === 0) return t('claimGapNothing');
        return t('claimGap', { kinds: format.list(holds.map((kind) => format.name(surroundingWords[kind]))) });
      }
      const { claim, foundAs } = ruling;
      if (claim.decision === 'reject') return t('claimReject');
      return claim.decision === 'accept'
        ? t('claimAgreed', { kind: format.name(leftoverWords[foundAs ?? 'unknown']) })
        : t('claimKind', { kind: format.name(leftoverWords[claim.kind]) });
    },
    [t, format],
  );
}
