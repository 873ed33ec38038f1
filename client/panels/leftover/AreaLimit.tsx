import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { plotsText } from '../../text/plots';
import { Figure } from '../parts/Figure';
import { useRules } from './useRules';

/** The largest area of a single plot by the ruleset, and how the plot stands to it. */
export function AreaLimit({ areaMu, atLimit }: { areaMu: number; atLimit: boolean }) {
  const t = useText(plotsText);
  const format = useFormat();
  const { ruleOf } = useRules();
  const limit = ruleOf('leftover.limitMu')?.value;
  const included = ruleOf('leftover.limitInclusive')?.value === true;
  if (typeof limit !== 'number') return null;
  const sign = atLimit ? '≈' : areaMu > limit ? '>' : '<';
  return (
    <Figure
      label={t('limitArea')}
      value={`${sign} ${format.mu(limit)}`}
      note={t(included ? 'limitIncluded' : 'limitExcluded')}
    />
  );
}
