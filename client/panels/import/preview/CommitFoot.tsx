import { Button, Popconfirm } from 'antd';
import type { ImportPreview } from '../../../../data/contract';
import { useFormat } from '../../../text/format';
import { useText } from '../../../text/i18n';
import { importPreviewText } from '../../../text/import-preview';
import { heldBefore } from './heldBefore';
import type { Need, Plan } from './plan';

interface Props {
  preview: ImportPreview;
  plan: Plan;
  needs: readonly Need[];
  busy: { again: boolean; commit: boolean; cancel: boolean };
  onCommit: () => void;
  onGiveUp: () => void;
}

const NEEDS = { crs: 'needsCrs', replaces: 'needsReplaces', records: 'needsRecords' } as const;

/** The end of the preview, always in sight: what writing will do, what it still needs, and the way out. */
export function CommitFoot({ preview, plan, needs, busy, onCommit, onGiveUp }: Props) {
  const t = useText(importPreviewText);
  const format = useFormat();
  const { held, whole } = heldBefore(preview);
  const count = preview.recordCount - held;
  const old = preview.replaceable.find(({ id }) => id === plan.replaces)?.count ?? 0;
  const does = {
    insert: t('commit', { count }),
    update: t('commitUpdate', { count }),
    replace: plan.replaces === null ? t('commitReplaceSome') : t('commitReplace', { count, old }),
  };
  const missing = needs.map((need) =>
    need.what === 'field' ? t('needsField', { field: need.title }) : t(NEEDS[need.what]),
  );
  return (
    <footer className="import-commit">
      {missing.length > 0 && (
        <p className="mend" role="status">
          {t('needs', { what: format.list(missing) })}
        </p>
      )}
      {missing.length === 0 && held > 0 && (
        <p className="mend">{t(whole ? 'willHold' : 'willHoldLeast', { write: count, held })}</p>
      )}
      <div className="import-foot">
        <Button type="primary" disabled={missing.length > 0 || busy.again} loading={busy.commit} onClick={onCommit}>
          {does[plan.mode]}
        </Button>
        <Popconfirm
          title={t('giveUpSure', { name: preview.fileName })}
          okText={t('giveUpYes')}
          cancelText={t('giveUpNo')}
          onConfirm={onGiveUp}
        >
          <Button loading={busy.cancel}>{t('giveUp')}</Button>
        </Popconfirm>
      </div>
    </footer>
  );
}
