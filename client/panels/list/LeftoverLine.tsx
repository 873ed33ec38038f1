import type { LeftoverRow } from '../../../data/contract';
import { leftoverWords } from '../../../data/words/vocabulary';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { listText } from '../../text/list';
import { plotsText } from '../../text/plots';
import { HatchSwatch } from '../legend/Swatch';
import { useSuspected } from '../parts/useSuspected';
import { VerdictMark } from '../parts/VerdictMark';
import { Row } from './Row';

/** A leftover plot in the list: what is suspected until it is ruled on, then what was ruled. */
export function LeftoverLine({ row: { parcel, park, finding, ruling, standing } }: { row: LeftoverRow }) {
  const t = useText(listText);
  const p = useText(plotsText);
  const format = useFormat();
  const nameKind = useSuspected();
  const word = standing ? p('rowRuled', { kind: format.name(leftoverWords[standing]) }) : p('rowRejected');
  return (
    <Row
      title={
        <span className="leftover-row">
          <HatchSwatch kind={standing ?? 'too-large'} />
          {ruling ? word : nameKind(finding.kind)}
          {finding.atLimit && <VerdictMark bare verdict="at-limit" word={p('rowAtLimit')} />}
        </span>
      }
      mark={<small>{parcel.number}</small>}
      subtitle={t('parkOf', { park: park.name })}
      figure={format.mu(finding.areaMu)}
    />
  );
}
