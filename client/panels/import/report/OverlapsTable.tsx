import type { ReactNode } from 'react';
import type { ImportReport } from '../../../../data/contract';
import { useText } from '../../../text/i18n';
import { importReportText } from '../../../text/import-report';

type Overlap = ImportReport['overlaps'][number];

const SHOWN = 20;

interface Props {
  report: ImportReport;
  /** How many there are, and what to do with them, in a sentence each. */
  count: string;
  hint: string;
  /** What stands in the first column. */
  head: string;
  mine: (overlap: Overlap) => ReactNode;
  other: (overlap: Overlap) => ReactNode;
  area: (overlap: Overlap) => ReactNode;
}

/** What shares ground with another, largest first. */
export function OverlapsTable({ report: { overlaps, overlapsCount }, count, hint, head, mine, other, area }: Props) {
  const t = useText(importReportText);
  const shown = overlaps.slice(0, SHOWN);
  return (
    <>
      <p className="mend">{count}</p>
      <p className="hint">{hint}</p>
      <table className="params">
        {overlapsCount > shown.length && <caption className="hint">{t('largest', { count: shown.length })}</caption>}
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col">{t('overlapWith')}</th>
            <th scope="col">{t('overlapArea')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((each) => (
            <tr key={`${each.record} ${each.other.park ?? each.other.number}`}>
              <th scope="row">{mine(each)}</th>
              <td>{other(each)}</td>
              <td>{area(each)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
