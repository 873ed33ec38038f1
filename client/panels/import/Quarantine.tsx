import { DownloadOutlined, EnvironmentOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { listQuarantine } from '../../../data/contract';
import { useAnswer } from '../../answers';
import { useMapHand } from '../../map/hand';
import { useText } from '../../text/i18n';
import { importText } from '../../text/import';
import { VirtualRows } from '../list/VirtualRows';
import { Asking } from '../parts/Asking';

const MOST_ROWS = 1000;
const ROW_PIXELS = 84;
const MOST_PIXELS = 420;
const PLACE_ZOOM = 18;

/** Records held back, each with what is wrong and what to do; the whole list can be exported. */
export function Quarantine({ id, total }: { id: string; total: number }) {
  const t = useText(importText);
  const hand = useMapHand();
  const result = useAnswer(listQuarantine, { params: { id }, query: { limit: MOST_ROWS } });
  return (
    <>
      <p className="row">
        <b>{t('held')}</b>
        <Button size="small" icon={<DownloadOutlined />} href={`/api/imports/${id}/quarantine.csv`} download>
          {t('exportHeld')}
        </Button>
      </p>
      <Asking result={result}>
        {({ rows }) => (
          <VirtualRows
            label={t('held')}
            count={rows.length}
            rowPixels={ROW_PIXELS}
            heightPixels={Math.min(MOST_PIXELS, rows.length * ROW_PIXELS)}
            keyOf={(index) => rows[index]?.record ?? index}
          >
            {(index) => {
              const row = rows[index];
              const [lon, lat] = row?.at ?? [];
              return (
                row && (
                  <span className="import-held">
                    <b>
                      {t('record', { record: row.record })} {row.number}
                    </b>
                    {lon !== undefined && lat !== undefined && (
                      <Button
                        type="text"
                        size="small"
                        icon={<EnvironmentOutlined />}
                        aria-label={t('showAt')}
                        title={t('showAt')}
                        onClick={() => hand.flyTo(lon, lat, PLACE_ZOOM)}
                      />
                    )}
                    <span title={row.message}>{row.message}</span>
                    <small title={row.remedy}>{t('remedy', { remedy: row.remedy })}</small>
                  </span>
                )
              );
            }}
          </VirtualRows>
        )}
      </Asking>
      {total > MOST_ROWS && <p className="hint">{t('progress', { done: MOST_ROWS, of: total })}</p>}
    </>
  );
}
