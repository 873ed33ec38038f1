import { useFormat } from '../../../text/format';
import { useText } from '../../../text/i18n';
import { importMendText } from '../../../text/import-mend';
import type { Mend } from './useMend';

/** What trying a way gave, before anything is written, with the key to the two outlines on the map. */
export function MendOutcome({ mend, hasBefore }: { mend: Mend; hasBefore: boolean }) {
  const t = useText(importMendText);
  const format = useFormat();
  const { outcome, error, isTrying } = mend;
  const says = () => {
    if (isTrying) return t('looking');
    if (error) return t('failed', { message: error.message });
    if (!outcome) return mend.isUnchanged ? t('unchangedValues') : null;
    if (!outcome.ok) return t('still', { message: outcome.message ?? '' });
    if (outcome.areaSquareMetres === null) return t('mends');
    const area = format.areaOfSquareMetres(outcome.areaSquareMetres);
    const before = outcome.areaBeforeSquareMetres;
    return before === null
      ? t('mendsArea', { area })
      : t('mendsAreas', { from: format.areaOfSquareMetres(before), area });
  };
  const words = says();
  return (
    <div role="status" className="import-outcome" data-ok={!isTrying && outcome?.ok === true}>
      {words && <p>{!isTrying && outcome?.ok ? `✓ ${words}` : words}</p>}
      {!isTrying && outcome?.ok && outcome.geometry && (
        <p className="import-mend-key">
          {hasBefore && (
            <span>
              <i className="import-key-before" aria-hidden="true" /> {t('before')}
            </span>
          )}
          <span>
            <i className="import-key-after" aria-hidden="true" /> {t('after')}
          </span>
        </p>
      )}
    </div>
  );
}
