import type { Run } from '../../../data/contract';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { runsText } from '../../text/runs';

/** How a finished search differs from the one before, in one line. */
export function OutcomeLine({ run }: { run: Run }) {
  const t = useText(runsText);
  const format = useFormat();
  const { outcome } = run;
  if (!outcome) return t(`phase_${run.phase}`);
  const { appeared, changed, gone } = outcome;
  if (appeared + changed + gone === 0) return t('nothingChanged');
  return (['appeared', 'changed', 'gone'] as const)
    .filter((name) => outcome[name] > 0)
    .map((name) => t(name, { n: format.number(outcome[name]) }))
    .join(' · ');
}
