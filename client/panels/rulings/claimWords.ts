import { useCallback } from 'react';
import type { LeftoverKind, Ruling } from '../../../data/contract';
import { leftoverWords, surroundingWords } from '../../../data/words/vocabulary';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { rulingsText } from '../../text/rulings';

/** The class that holds by a ruling on a plot that was found to be `found`; null where it is rejected. */
export function standingKind(ruling: Ruling, found: LeftoverKind): LeftoverKind | null {
  if (ruling.subject !== 'plot') return found;
  if (ruling.claim.decision === 'reject') return null;
  return ruling.claim.decision === 'change' ? ruling.claim.kind : (ruling.foundAs ?? found);
}

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
      const kind = standingKind(ruling, ruling.foundAs ?? 'unknown');
      if (kind === null) return t('claimReject');
      return t(ruling.claim.decision === 'accept' ? 'claimAgreed' : 'claimKind', {
        kind: format.name(leftoverWords[kind]),
      });
    },
    [t, format],
  );
}
