import { CloseOutlined, ReloadOutlined } from '@ant-design/icons';
import { skipToken, useQuery } from '@tanstack/react-query';
import { Button, Progress } from 'antd';
import { useText } from '../../../text/i18n';
import { importText } from '../../../text/import';
import { importKindsText } from '../../../text/import-kinds';
import { go } from '../../../url';
import { Mark, Section } from '../../parts/Panel';
import { PhaseMark } from '../PhaseMark';
import { type ImportRow, useImports } from '../useRunningJobs';
import { adviceOn } from './adviceOn';
import type { UploadState, useUploads } from './useUploads';

type Uploads = ReturnType<typeof useUploads>;

/** The files handed over in this session: each with its state, the way to its import, or what went wrong. */
export function Queue({ queue }: { queue: Uploads }) {
  const t = useText(importText);
  const rows = useImports().data?.rows;
  if (queue.uploads.length === 0) return null;
  return (
    <Section title={t('queue')}>
      <ul className="plain import-queue">
        {queue.uploads.map((state) => (
          <QueueLine key={state.upload.key} state={state} row={rows?.find(({ id }) => id === state.id)} queue={queue} />
        ))}
      </ul>
      {queue.uploads.length > 1 && <p className="hint">{t('queueHint')}</p>}
    </Section>
  );
}

function QueueLine({ state, row, queue }: { state: UploadState; row: ImportRow | undefined; queue: Uploads }) {
  const t = useText(importText);
  const say = useText(importKindsText);
  const { upload, status, error, id } = state;
  const { name } = upload.gathered;
  const advice = status === 'failed' ? adviceOn(name) : null;
  const fault =
    status !== 'failed'
      ? row?.error && `${row.error.message} ${row.error.remedy}`
      : (advice && say(advice)) || sentenceOf(error?.code, error?.message);
  return (
    <li>
      {id ? (
        <button type="button" className="link import-file" onClick={() => go({ selection: { kind: 'import', id } })}>
          {name}
        </button>
      ) : (
        <b className="import-file">{name}</b>
      )}
      <span className="import-queue-state">
        {row && <PhaseMark of={row} />}
        {!row && status === 'sent' && <Mark>{t('phase_reading')}</Mark>}
        {status === 'waiting' && <Mark>{t('waits')}</Mark>}
        {status === 'failed' && <Mark tone="warn">{t('phase_failed')}</Mark>}
        {status === 'failed' && !advice && (
          <Tool label={t('retry')} icon={<ReloadOutlined />} onClick={() => queue.again(upload)} />
        )}
        {(status === 'sending' || status === 'waiting') && (
          <Tool label={t('cancel')} icon={<CloseOutlined />} onClick={() => queue.cancel(upload)} />
        )}
        {(status === 'failed' || status === 'sent') && (
          <Tool label={t('dismiss')} icon={<CloseOutlined />} onClick={() => queue.dismiss(upload.key)} />
        )}
      </span>
      {status === 'sending' && <Share shareKey={queue.shareKey(upload.key)} />}
      {fault && (
        <small role="alert" className="import-fault">
          {fault}
        </small>
      )}
    </li>
  );

  function sentenceOf(code = '', message = ''): string {
    return code === 'unreachable' ? t('uploadFailed', { message: t('networkLost') }) : message;
  }
}

function Share({ shareKey }: { shareKey: readonly unknown[] }) {
  const t = useText(importText);
  const { data: share } = useQuery<number>({ queryKey: shareKey, queryFn: skipToken });
  const percent = Math.floor((share ?? 0) * 100);
  const words = share === undefined ? t('packing') : t('uploading', { percent: `${percent} %` });
  return <Progress percent={percent} size="small" aria-label={words} format={() => words} />;
}

interface ToolProps {
  label: string;
  icon: React.ReactNode;
  onClick: () => void;
}
const Tool = ({ label, icon, onClick }: ToolProps) => (
  <Button type="text" size="small" icon={icon} aria-label={label} title={label} onClick={onClick} />
);
