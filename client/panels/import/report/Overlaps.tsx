import { EnvironmentOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { type ImportReport, readParcel } from '../../../../data/contract';
import { call } from '../../../api';
import { boxAround } from '../../../map/boxAround';
import { useMapHand } from '../../../map/hand';
import { useFormat } from '../../../text/format';
import { useText } from '../../../text/i18n';
import { importReportText } from '../../../text/import-report';
import { polygonsOf } from '../../park/pieceOf';
import { Mark } from '../../parts/Panel';
import { OverlapsTable } from './OverlapsTable';
import { ParcelLink } from './ParcelLink';

/** Accepted plots that share ground with another, largest first: each number opens its card, the area its place. */
export function Overlaps({ report }: { report: ImportReport }) {
  const t = useText(importReportText);
  const format = useFormat();
  const hand = useMapHand();
  const { message } = App.useApp();
  if (report.overlapsCount === 0) return <p className="hint">{t('overlapsNone')}</p>;
  const show = (id: string) =>
    call(readParcel, { params: { id } }).then(
      ({ geometry }) => hand.fit(boxAround(polygonsOf(geometry).flat(2))),
      (error: Error) => void message.error(error.message),
    );
  return (
    <OverlapsTable
      report={report}
      count={t('overlapsCount', { count: report.overlapsCount })}
      hint={t('overlapsHint')}
      head={t('number')}
      mine={({ number, parcel }) => <ParcelLink id={parcel}>{number}</ParcelLink>}
      other={({ other }) => (
        <>
          <ParcelLink id={other.parcel}>{other.number}</ParcelLink>{' '}
          <Mark>{t(other.sameFile ? 'sameFile' : 'there')}</Mark>
        </>
      )}
      area={({ number, parcel, other, areaSquareMetres }) => {
        const place = parcel ?? other.parcel;
        return (
          <>
            {format.squareMetres(areaSquareMetres)}{' '}
            {place && (
              <Button
                type="text"
                size="small"
                icon={<EnvironmentOutlined />}
                aria-label={`${number} ${t('showAt')}`}
                title={t('showAt')}
                onClick={() => void show(place)}
              />
            )}
          </>
        );
      }}
    />
  );
}
