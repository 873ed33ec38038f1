import { useActor } from '../../shell/actor';
import { useText } from '../../text/i18n';
import { importText } from '../../text/import';
import { go } from '../../url';
import { useImports } from './useRunningJobs';

/** The files of this reader that still wait to be confirmed, and the way to the oldest of them. */
export function NextWaiting({ after }: { after: string }) {
  const t = useText(importText);
  const actor = useActor();
  const rows = useImports().data?.rows ?? [];
  const waiting = rows.filter((row) => row.phase === 'ready' && row.actor === actor && row.id !== after);
  const next = waiting.at(-1);
  if (!next) return null;
  return (
    <p className="import-next">
      <span>{t('nextWaiting', { count: waiting.length })}</span>
      <button type="button" className="link" onClick={() => go({ selection: { kind: 'import', id: next.id } })}>
        {t('nextFile', { name: next.fileName })}
      </button>
    </p>
  );
}
