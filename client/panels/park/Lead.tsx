import type { ParkCard, ParkVerdict } from '../../../data/contract';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { parkText } from '../../text/park';
import { VerdictMark } from '../parts/VerdictMark';

interface Props {
  park: Pick<ParkCard, 'title'>;
  verdict: ParkVerdict | undefined;
  stale: boolean;
}

/** The finding on the title in one line: suspected, as of when, and who determines it. */
export function Lead({ park, verdict, stale }: Props) {
  const t = useText(parkText);
  const format = useFormat();
  return (
    <div className="park-lead" aria-busy={stale}>
      <span>{t('titleQuestion')}</span>
      {stale ? <VerdictMark verdict="stale" /> : <VerdictMark verdict={verdict?.title.verdict ?? park.title} />}
      <span className="hint">
        {t('suspected')}
        {verdict && ` · ${t('decides', { offices: format.list(verdict.responsible) })}`}
      </span>
      {verdict && (
        <span className="hint">{t('asOf', { date: format.date(verdict.asOf), year: verdict.outputYear })}</span>
      )}
    </div>
  );
}
