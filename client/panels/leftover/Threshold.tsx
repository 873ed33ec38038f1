import type { WhyAnswer } from '../../../data/contract';
import { digitsBeside, useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { partsText } from '../../text/parts';
import { plotsText } from '../../text/plots';
import { Mark } from '../parts/Panel';
import { limitOf, type MEASURES, meets, SIGNS } from './measures';
import type { Rules } from './useRules';

interface Props {
  rule: string;
  value: number;
  unit: (typeof MEASURES)[number]['unit'];
  why: WhyAnswer;
  rules: Rules;
}

/** One limit that a measure is held against: for which class, the limit itself, whether it is reached, and who says so. */
export function Threshold({ rule, value, unit, why, rules }: Props) {
  const t = useText(plotsText);
  const p = useText(partsText);
  const format = useFormat();
  const leaf = rules.ruleOf(`leftover.${rule}`);
  const limit = limitOf(why.parameters, rule);
  if (!leaf || typeof limit?.value !== 'number') return null;
  const reached = meets(value, leaf.comparator, limit.value);
  const written = unit === 'share' ? format.share(limit.value) : format.number(limit.value);
  const exact = unit === 'share' && digitsBeside(value * 100, limit.value * 100, 1) > 1;
  return (
    <small className="threshold">
      <span>
        {format.name(leaf.title)}{' '}
        <span className="threshold-limit">
          {SIGNS[leaf.comparator]} {written}
          {exact && ` (${format.share(value, limit.value)})`}
        </span>
      </span>
      <span className="threshold-reached" data-reached={reached}>
        {reached ? '✓' : '—'} {t(reached ? 'limitMet' : 'limitUnmet')}
      </span>
      {limit.origin === 'assumption' ? (
        <Mark tone="warn" tip={p('assumptionTip')}>
          {p('assumption')}
        </Mark>
      ) : (
        <Mark>{p('policy')}</Mark>
      )}
    </small>
  );
}
