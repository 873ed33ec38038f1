import type { Clause } from '../../../data/contract/vocabulary';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { partsText } from '../../text/parts';
import { Mark } from './Panel';

/** Document and article of a rule, and whether its threshold is policy or an assumption. */
export function ClauseLine({ clause, origin }: { clause: Clause; origin?: 'policy' | 'assumption' | 'request' }) {
  const t = useText(partsText);
  const format = useFormat();
  return (
    <p className="clause-line">
      <span>
        {t('clause')} · {format.clause(clause)}
      </span>
      {origin === 'policy' && <Mark>{t('policy')}</Mark>}
      {origin === 'assumption' && (
        <Mark tip={t('assumptionTip')} tone="warn">
          {t('assumption')}
        </Mark>
      )}
    </p>
  );
}
