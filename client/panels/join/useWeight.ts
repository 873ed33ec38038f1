import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { joinText } from '../../text/join';
import type { Weighing } from '../../url';

/** Writes a weight of a set in its own unit: mu, plots or money. */
export function useWeight(): (weight: number, weigh: Weighing) => string {
  const t = useText(joinText);
  const format = useFormat();
  return (weight, weigh) => {
    if (weigh === 'area') return format.mu(weight);
    return weigh === 'count' ? t('plots', { count: weight }) : format.money(weight);
  };
}
