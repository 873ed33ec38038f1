import type { ImportReport } from '../../../../data/contract';

/** A report once `count` records held back for a reason have been mended; its counts still add up. */
export function withMended(report: ImportReport, code: string, count: number): ImportReport {
  const many = Math.min(count, report.quarantined);
  const left = report.byReason.map((reason) =>
    reason.code === code ? { ...reason, count: reason.count - count } : reason,
  );
  return {
    ...report,
    accepted: report.accepted + many,
    quarantined: report.quarantined - many,
    mended: report.mended + many,
    byReason: left.filter((reason) => reason.count > 0),
  };
}
