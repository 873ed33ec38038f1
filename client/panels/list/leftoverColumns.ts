import type { LeftoverRow } from '../../../data/contract';
import { leftoverWords, statusWords, tenureWords } from '../../../data/words/vocabulary';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { listText } from '../../text/list';
import { plotsText } from '../../text/plots';
import { useSuspected } from '../parts/useSuspected';
import { useUnitNames } from '../parts/useUnitNames';
import { type Column, roundHectares, roundMu } from './columns';

/** The public columns of a leftover plot, for export: what was found, and beside it what was ruled, by whom and on what. */
export function useLeftoverColumns(): Column<LeftoverRow>[] {
  const t = useText(listText);
  const p = useText(plotsText);
  const { name, time } = useFormat();
  const nameKind = useSuspected();
  const nameOf = useUnitNames();
  return [
    { head: t('colNumber'), cell: (row) => row.parcel.number },
    { head: t('colKind'), cell: (row) => nameKind(row.finding.kind) },
    { head: t('colBeside'), cell: (row) => row.park.name },
    { head: t('colUnit'), cell: (row) => row.parcel.unit && nameOf(row.parcel.unit) },
    { head: t('colMu'), cell: (row) => roundMu(row.finding.areaMu) },
    { head: t('colHectares'), cell: (row) => roundHectares(row.finding.areaMu) },
    { head: t('colStatus'), cell: (row) => row.parcel.status && name(statusWords[row.parcel.status]) },
    { head: t('colTenure'), cell: (row) => name(tenureWords[row.parcel.tenure]) },
    { head: t('colBecause'), cell: (row) => row.finding.because.join('; ') },
    { head: t('colMissing'), cell: (row) => row.finding.missing.join('; ') },
    { head: p('colStanding'), cell: (row) => (row.ruling ? row.standing && name(leftoverWords[row.standing]) : null) },
    { head: p('colDecision'), cell: (row) => decisionOf(row) },
    { head: p('colRuledBy'), cell: (row) => row.ruling?.actor },
    { head: p('colOffice'), cell: (row) => row.ruling?.office },
    { head: p('colRuledAt'), cell: (row) => row.ruling && time(row.ruling.at) },
    { head: p('colDocument'), cell: (row) => row.ruling?.document },
    { head: p('colReason'), cell: (row) => row.ruling?.reason },
    { head: p('colAttachments'), cell: (row) => row.ruling?.attachments.length },
    { head: t('colSample'), cell: (row) => t(row.parcel.sample ? 'yes' : 'no') },
  ];

  function decisionOf({ ruling }: LeftoverRow): string {
    if (!ruling) return p('ruled_none');
    const { claim } = ruling;
    return claim.decision === 'change'
      ? p('decision_change', { kind: name(leftoverWords[claim.kind]) })
      : p(`decision_${claim.decision}`);
  }
}
