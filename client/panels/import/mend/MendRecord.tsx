import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactNode, useEffect } from 'react';
import type { ImportState, QuarantinedRecord } from '../../../../data/contract';
import type { ApiError } from '../../../api';
import { useKey } from '../../../keys/useKey';
import { useText } from '../../../text/i18n';
import { importMendText } from '../../../text/import-mend';
import { importReportText } from '../../../text/import-report';
import { go } from '../../../url';
import { Failed } from '../../parts/Asking';
import { Empty } from '../../parts/Panel';
import type { OpenImport } from '../useImport';
import { writeHeldLine } from './heldLine';
import { MendCard } from './MendCard';
import { nextOf } from './nextOf';
import { useDropHeld, useHeld } from './useHeld';
import './mend.css';

/** So many records before the last one at hand, more are asked for. */
const ROWS_AHEAD = 20;

interface Props {
  id: string;
  state: ImportState;
  record: number;
  /** The reason that the round goes through. */
  code: string | null;
  opened: OpenImport;
}

/** One record held back, on the map and with the ways to mend it; N and B lead to the next and the one before. */
export function MendRecord({ id, state, record, code, opened }: Props) {
  const t = useText(importMendText);
  const say = useText(importReportText);
  const held = useHeld(id);
  const all = held.data?.pages.flatMap((page) => page.rows) ?? [];
  const rows = code === null ? all : all.filter((row) => row.code === code);
  const index = rows.findIndex((row) => row.record === record);
  const row = rows[index] ?? all.find((one) => one.record === record);
  const back = () => go({ line: writeHeldLine({ code, record: null }) });
  const step = (by: number): boolean => {
    const to = rows[index + by];
    if (!to) return false;
    go({ line: writeHeldLine({ code, record: to.record }) }, { replace: true });
    return true;
  };
  useKey('next', () => step(1));
  useKey('previous', () => step(-1));
  useKey('back', () => {
    back();
    return true;
  });
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = held;
  const seeks = !row && hasNextPage;
  // The next one is read before it is asked for.
  const runsOut = hasNextPage && index >= rows.length - ROWS_AHEAD;
  useEffect(() => {
    if ((seeks || runsOut) && !isFetchingNextPage) void fetchNextPage();
  }, [seeks, runsOut, isFetchingNextPage, fetchNextPage]);
  const drop = useDropHeld(id);
  const onMended = (mended: readonly number[]) => {
    const next = nextOf(rows, index, mended);
    go({ line: next ? writeHeldLine({ code, record: next.record }) : null }, { replace: true });
    drop(mended);
    if (row) void opened.mended(row.code, mended.length);
  };
  return (
    <>
      <nav className="import-mend-nav" aria-label={say('held')}>
        <Button type="link" size="small" icon={<LeftOutlined />} onClick={back}>
          {t('back')}
        </Button>
        {rows.length > 1 && index >= 0 && (
          <span>
            <Step label={t('previous')} icon={<LeftOutlined />} off={index === 0} onClick={() => step(-1)} />
            {t('place', { at: index + 1, of: code === null ? (held.data?.pages[0]?.total ?? 0) : rows.length })}
            <Step label={t('next')} icon={<RightOutlined />} off={!rows[index + 1]} onClick={() => step(1)} />
          </span>
        )}
      </nav>
      {held.error && !held.data && <Failed error={held.error as ApiError} onRetry={() => void held.refetch()} />}
      {held.data && !row && !seeks && <Empty action={<Button onClick={back}>{t('back')}</Button>}>{t('gone')}</Empty>}
      {row && (
        <MendCard key={row.record} id={id} state={state} row={row} same={sameReason(all, row)} onMended={onMended} />
      )}
    </>
  );
}

/** How many of the records in sight are held back for the same reason. */
const sameReason = (all: readonly QuarantinedRecord[], row: QuarantinedRecord): number =>
  all.filter(({ code }) => code === row.code).length;

interface StepProps {
  label: string;
  icon: ReactNode;
  off: boolean;
  onClick: () => void;
}
const Step = ({ label, icon, off, onClick }: StepProps) => (
  <Button type="text" size="small" icon={icon} aria-label={label} title={label} disabled={off} onClick={onClick} />
);
