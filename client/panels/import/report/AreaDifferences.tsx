import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ImportReport } from '../../../../data/contract';
import { useFormat } from '../../../text/format';
import { useText } from '../../../text/i18n';
import { importReportText } from '../../../text/import-report';
import { saveFile } from '../../list/saveFile';
import { writeCsv } from '../../list/writeCsv';
import { ParcelLink } from './ParcelLink';

const SHOWN = 20;

/** Parcels whose declared area differs most from the computed one, each a way to its card. */
export function AreaDifferences({ report }: { report: ImportReport }) {
  const t = useText(importReportText);
  const format = useFormat();
  const shown = report.areaDisagrees.slice(0, SHOWN);
  const save = () => {
    const head = [t('number'), `${t('declared')} (m²)`, `${t('computed')} (m²)`, t('difference')];
    const rows = report.areaDisagrees.map((row) => [
      row.number,
      row.declaredSquareMetres,
      row.computedSquareMetres,
      row.difference,
    ]);
    saveFile(`${t('difference')}.csv`, writeCsv(head, rows), 'text/csv;charset=utf-8');
  };
  if (report.areaDisagreesCount === 0) return <p className="hint">{t('differsNone')}</p>;
  return (
    <>
      <p className="row">
        <span className="mend">{t('differs', { count: report.areaDisagreesCount })}</span>
        <Button size="small" icon={<DownloadOutlined />} onClick={save}>
          {t('differsSave', { count: report.areaDisagrees.length })}
        </Button>
      </p>
      <table className="params">
        <caption className="hint">{t('largest', { count: shown.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('number')}</th>
            <th scope="col">{t('declared')}</th>
            <th scope="col">{t('computed')}</th>
            <th scope="col">{t('difference')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.record}>
              <th scope="row">
                <ParcelLink id={row.parcel}>{row.number}</ParcelLink>
              </th>
              <td>{format.squareMetres(row.declaredSquareMetres)}</td>
              <td>{format.squareMetres(row.computedSquareMetres)}</td>
              <td>{format.share(row.difference)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
