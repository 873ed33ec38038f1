import type { ImportReport } from '../../../../data/contract';

/** A report once records held back for these reasons have been mended; its counts still add up. */
export function withMended(report: ImportReport, codes: readonly string[]): ImportReport {
  const many = Math.min(codes.length, report.quarantined);
  const left = report.byReason.map((reason) => ({
    ...reason,
    count: reason.count - codes.filter((code) => code === reason.code).length,
  }));
  return {
    ...report,
    accepted: report.accepted + many,
    quarantined: report.quarantined - many,
    mended: report.mended + many,
    byReason: left.filter(({ count }) => count > 0),
  };
}
