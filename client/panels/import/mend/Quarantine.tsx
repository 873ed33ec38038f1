import { useEffect } from 'react';
import type { ImportReport } from '../../../../data/contract';
import type { ApiError } from '../../../api';
import { useText } from '../../../text/i18n';
import { importReportText } from '../../../text/import-report';
import { go } from '../../../url';
import { VirtualRows } from '../../list/VirtualRows';
import { Failed } from '../../parts/Asking';
import { ExportHeld } from './ExportHeld';
import { HeldLine } from './HeldLine';
import { writeHeldLine } from './heldLine';
import { ReasonFilter } from './ReasonFilter';
import { useHeld } from './useHeld';
import './mend.css';

const ROW_PIXELS = 98;
const MOST_PIXELS = 420;

interface Props {
  id: string;
  report: ImportReport;
  /** The reason that the list is narrowed to. */
  code: string | null;
}

/** Records held back, narrowed by reason, each with what is wrong and the way to mend it; all can be exported. */
export function Quarantine({ id, report, code }: Props) {
  const t = useText(importReportText);
  const held = useHeld(id);
  const all = held.data?.pages.flatMap((page) => page.rows) ?? [];
  const rows = code === null ? all : all.filter((row) => row.code === code);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = held;
  const wanted = report.byReason.find((reason) => reason.code === code)?.count ?? 0;
  const seek = code !== null && rows.length < wanted && hasNextPage && !isFetchingNextPage;
  useEffect(() => {
    if (seek) void fetchNextPage();
  }, [seek, fetchNextPage]);
  return (
    <>
      <ReasonFilter report={report} code={code} />
      <ExportHeld id={id} />
      {held.error && <Failed error={held.error as ApiError} onRetry={() => void held.refetch()} />}
      <VirtualRows
        label={t('held')}
        count={rows.length}
        rowPixels={ROW_PIXELS}
        heightPixels={Math.min(MOST_PIXELS, rows.length * ROW_PIXELS)}
        keyOf={(index) => rows[index]?.record ?? index}
        onNearEnd={() => {
          if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
        }}
        onOpen={(index) => {
          const record = rows[index]?.record;
          if (record !== undefined) go({ line: writeHeldLine({ code, record }) });
        }}
      >
        {(index) => rows[index] && <HeldLine row={rows[index]} />}
      </VirtualRows>
    </>
  );
}
