import { Alert, Button, Popconfirm, Radio } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import type { ImportState, MendHow, QuarantinedRecord } from '../../../../data/contract';
import { boxAround } from '../../../map/boxAround';
import { useMapHand } from '../../../map/hand';
import { useOverlay } from '../../../map/useOverlay';
import { useText } from '../../../text/i18n';
import { importMendText } from '../../../text/import-mend';
import { importReportText } from '../../../text/import-report';
import { useAddress } from '../../../url';
import { Facts } from '../../parts/Figure';
import { Folded, Section } from '../../parts/Panel';
import { cornersOf, isOnMap } from '../preview/partsOf';
import { drawMend } from './drawMend';
import { MendCrs } from './MendCrs';
import { MendOutcome } from './MendOutcome';
import { MendValues } from './MendValues';
import { useMend } from './useMend';

const PLACE_ZOOM = 18;
/** Fields by which records are told apart. */
const TELLING = ['number', 'uscc'];

interface Props {
  id: string;
  state: ImportState;
  row: QuarantinedRecord;
  /** How many records are held back for the same reason, this one among them. */
  same: number;
  onMended: (records: readonly number[]) => void;
}

/** What is wrong with a record, what it held, and how it can be mended: tried first on the map, then written. */
export function MendCard({ id, state, row, same, onMended }: Props) {
  const t = useText(importMendText);
  const say = useText(importReportText);
  const hand = useMapHand();
  const [{ theme }] = useAddress();
  const [how, setHow] = useState<MendHow | null>(row.mends[0] ?? null);
  const mend = useMend(id, row, how, onMended);
  const after = mend.outcome?.ok ? mend.outcome.geometry : null;
  const at = row.at && isOnMap(row.at) ? row.at : null;
  useOverlay(
    'import',
    useMemo(() => drawMend({ before: row.geometry, after, at }, theme), [row, after, at, theme]),
  );
  const shape = after ?? row.geometry;
  const corners = useMemo(() => (shape ? cornersOf(shape) : []), [shape]);
  const [lon, lat] = at ?? [];
  useEffect(() => {
    if (corners.length > 0) hand.fit(boxAround(corners), PLACE_ZOOM);
    else if (lon !== undefined && lat !== undefined) hand.flyTo(lon, lat, PLACE_ZOOM);
  }, [hand, corners, lon, lat]);
  const reason = state.report?.byReason.find(({ code }) => code === row.code);
  const count = Math.max(same, reason?.count ?? 0);
  // What tells one record from another cannot be the same for many.
  const forMany = how !== 'take' && !(how === 'values' && TELLING.some((field) => field in mend.values));
  const ready = how !== null && mend.isReady;
  return (
    <>
      <h3 className="import-mend-title">
        {say('record', { record: row.record })} {row.number}
      </h3>
      <Alert
        type="warning"
        showIcon
        title={row.message}
        description={row.mends.length === 0 && t('remedy', { remedy: row.remedy })}
        className="import-alert"
      />
      {corners.length === 0 && !at && <p className="hint">{t('noShape')}</p>}
      <Section title={t('ways')}>
        {row.mends.length === 0 && <p className="hint">{t('noWays')}</p>}
        <Radio.Group
          className="import-how"
          aria-label={t('ways')}
          value={how}
          onChange={(event) => setHow(event.target.value)}
        >
          {row.mends.map((way) => (
            <Radio key={way} value={way}>
              {t(way)}
              <small>{t(`${way}Why`)}</small>
            </Radio>
          ))}
        </Radio.Group>
        {how === 'crs' && <MendCrs preview={state.preview} value={mend.crs} onChange={mend.setCrs} />}
        {how === 'values' && (
          <MendValues preview={state.preview} row={row} values={mend.values} onChange={mend.setValues} />
        )}
        {how && <MendOutcome mend={mend} hasBefore={row.geometry !== null} />}
        {how && (
          <div className="import-foot import-mend-foot">
            <Button
              type="primary"
              disabled={!ready || mend.outcome?.ok === false}
              loading={mend.isWriting}
              onClick={mend.one}
            >
              {t('one')}
            </Button>
            {count > 1 && forMany && (
              <Popconfirm
                title={t('allSure', { title: reason?.title ?? row.code, count, how: t(how) })}
                okText={t('yes')}
                cancelText={t('no')}
                onConfirm={mend.all}
              >
                <Button disabled={!ready || mend.isWriting}>{t('all', { count })}</Button>
              </Popconfirm>
            )}
          </div>
        )}
        {row.mends.length > 0 && <p className="hint import-else">{t('orElse', { remedy: row.remedy })}</p>}
      </Section>
      <Folded title={t('asCame')}>
        <Facts rows={Object.entries(row.cells)} />
      </Folded>
    </>
  );
}
