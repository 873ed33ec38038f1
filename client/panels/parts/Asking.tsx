import { ReloadOutlined } from '@ant-design/icons';
import type { UseQueryResult } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import type { ApiError } from '../../api';
import { useText } from '../../text/i18n';
import { partsText } from '../../text/parts';
import { useAddress } from '../../url';
import { Missing } from './Missing';

const patienceMs = 300;

/** Shows an answer, or how the question stands: a skeleton after 300 ms, the refusal with its remedy, a dead id. */
export function Asking<T>({
  result,
  id,
  children,
}: {
  result: UseQueryResult<T, ApiError>;
  /** The id asked for, named when the server knows no such record. */
  id?: string;
  children: (answer: T) => ReactNode;
}) {
  if (result.data !== undefined) return children(result.data);
  if (result.error)
    return <Failed error={result.error} {...(id ? { id } : {})} onRetry={() => void result.refetch()} />;
  return <Waiting />;
}

function Waiting() {
  const t = useText(partsText);
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div style={{ padding: 20 }} role="status" aria-label={t('loading')}>
      {late && <Skeleton active paragraph={{ rows: 6 }} />}
    </div>
  );
}

/** A refusal in the reader's words with the request id and a way on. */
export function Failed({ error, id, onRetry }: { error: ApiError; id?: string; onRetry?: () => void }) {
  const t = useText(partsText);
  const [{ selection }] = useAddress();
  if (id !== undefined && selection && (error.status === 404 || error.status === 400))
    return <Missing kind={selection.kind} id={id} malformed={error.status === 400} />;
  const message = error.code === 'unreachable' ? t('unreachable') : error.message || t('failedTry');
  return (
    <div className="asking-failed" role="alert">
      <h2>{t('failed')}</h2>
      <p>{message}</p>
      {error.requestId && <p>{t('requestId', { id: error.requestId })}</p>}
      {onRetry && (
        <Button icon={<ReloadOutlined />} onClick={onRetry}>
          {t('retry')}
        </Button>
      )}
    </div>
  );
}
