import type { ImportReport } from '../../../../data/contract';
import { useFormat } from '../../../text/format';
import { useText } from '../../../text/i18n';
import { parkOverlapsText } from '../../../text/import-park-overlaps';
import { importReportText } from '../../../text/import-report';
import { go } from '../../../url';
import { Mark, Section } from '../../parts/Panel';

const SHOWN = 20;

/** Parks written whose red line shares ground with that of another, largest first: each name opens its park. */
export function ParkOverlaps({ report: { overlaps, overlapsCount } }: { report: ImportReport }) {
  const t = useText(parkOverlapsText);
  const say = useText(importReportText);
  const format = useFormat();
  const shown = overlaps.slice(0, SHOWN);
  if (overlapsCount === 0)
    return (
      <Section title={t('title')}>
        <p className="hint">{t('none')}</p>
      </Section>
    );
  return (
    <Section title={t('title')}>
      <p className="mend">{t('count', { count: overlapsCount })}</p>
      <p className="hint">{t('hint')}</p>
      <table className="params">
        {overlapsCount > shown.length && <caption className="hint">{say('largest', { count: shown.length })}</caption>}
        <thead>
          <tr>
            <th scope="col">{t('park')}</th>
            <th scope="col">{say('overlapWith')}</th>
            <th scope="col">{say('overlapArea')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ record, number, park, other, areaSquareMetres }) => (
            <tr key={`${record} ${other.park}`}>
              <th scope="row">
                <ParkLink id={park} name={number} />
              </th>
              <td>
                <ParkLink id={other.park} name={other.number} />{' '}
                <Mark>{other.sameFile ? say('sameFile') : t('there')}</Mark>
              </td>
              <td>{format.squareMetres(areaSquareMetres)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
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
