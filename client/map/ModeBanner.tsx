import { useText } from '../text/i18n';
import { shellText } from '../text/shell';
import { useMapMode } from './hand';

/** Names the running mode and what Esc does. */
export function ModeBanner() {
  const t = useText(shellText);
  const mode = useMapMode();
  if (mode === 'none') return null;
  return (
    <output className="mode-banner">
      <b>{t(`mode_${mode}`)}</b>
      <span>{t('esc')}</span>
    </output>
  );
}
