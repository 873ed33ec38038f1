import type { ImportState } from '../../../data/contract';
import { useText } from '../../text/i18n';
import { importText } from '../../text/import';
import { Mark } from '../parts/Panel';

type Standing = Pick<ImportState, 'phase'> & { report: { undone: boolean; quarantined: number } | null };

/** How an import stands, in a word; what waits for the reader stands out. */
export function PhaseMark({ of: { phase, report } }: { of: Standing }) {
  const t = useText(importText);
  const held = phase === 'done' && report && !report.undone && report.quarantined > 0 ? report.quarantined : 0;
  return (
    <>
      <Mark tone={phase === 'ready' || phase === 'failed' ? 'warn' : 'plain'}>
        {t(report?.undone ? 'phase_undone' : `phase_${phase}`)}
      </Mark>
      {held > 0 && <Mark tone="warn">{t('heldCount', { count: held })}</Mark>}
    </>
  );
}
