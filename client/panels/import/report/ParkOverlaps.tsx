import type { ImportReport } from '../../../../data/contract';
import { useFormat } from '../../../text/format';
import { useText } from '../../../text/i18n';
import { parkOverlapsText } from '../../../text/import-park-overlaps';
import { importReportText } from '../../../text/import-report';
import { go } from '../../../url';
import { Mark } from '../../parts/Panel';
import { OverlapsTable } from './OverlapsTable';

/** Parks written whose red line shares ground with that of another, largest first: each name opens its park. */
export function ParkOverlaps({ report }: { report: ImportReport }) {
  const t = useText(parkOverlapsText);
  const say = useText(importReportText);
  const format = useFormat();
  if (report.overlapsCount === 0) return <p className="hint">{t('none')}</p>;
  return (
    <OverlapsTable
      report={report}
      count={t('count', { count: report.overlapsCount })}
      hint={t('hint')}
      head={t('park')}
      mine={({ number, park }) => <ParkLink id={park} name={number} />}
      other={({ other }) => (
        <>
          <ParkLink id={other.park} name={other.number} /> <Mark>{other.sameFile ? say('sameFile') : t('there')}</Mark>
        </>
      )}
      area={({ areaSquareMetres }) => format.squareMetres(areaSquareMetres)}
    />
  );
}

/** A park's name as the way to it; plain words where there is none. */
function ParkLink({ id, name }: { id: string | undefined; name: string }) {
  if (id === undefined) return <span>{name}</span>;
  return (
    <button type="button" className="link" onClick={() => go({ selection: { kind: 'park', id } })}>
      {name}
    </button>
  );
}
