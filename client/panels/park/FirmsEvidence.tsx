import { useMemo, useState } from 'react';
import type { ParkFirm } from '../../../data/contract';
import { gradeWords } from '../../../data/words/vocabulary';
import { useMapHand } from '../../map/hand';
import { useOverlay } from '../../map/useOverlay';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { parkText } from '../../text/park';
import { drawFirms } from './drawFirms';

interface Props {
  firms: readonly ParkFirm[];
  short: number;
}

const FIRM_ZOOM = 17;

/** The count of specialized SMEs opened: each firm, counted or not and why, and where it stands. */
export function FirmsEvidence({ firms, short }: Props) {
  const t = useText(parkText);
  const hand = useMapHand();
  const [looked, setLooked] = useState<string | null>(null);
  useOverlay(
    'evidence',
    useMemo(() => drawFirms(firms, looked), [firms, looked]),
  );
  const counted = firms.filter((firm) => firm.counted);
  const others = firms.filter((firm) => !firm.counted);
  const look = (firm: ParkFirm) => {
    const [lon, lat] = firm.location?.coordinates ?? [];
    if (lon !== undefined && lat !== undefined) hand.flyTo(lon, lat, FIRM_ZOOM);
    setLooked(firm.id);
  };
  if (firms.length === 0) return <p className="hint">{t('noFirms')}</p>;
  return (
    <div className="evidence">
      {short > 0 && <p className="mend">{t('shortFirms', { count: short })}</p>}
      <FirmGroup title={t('countedCount', { count: counted.length })} firms={counted} looked={looked} onLook={look} />
      <FirmGroup title={t('notCountedCount', { count: others.length })} firms={others} looked={looked} onLook={look} />
    </div>
  );
}

interface GroupProps {
  title: string;
  firms: readonly ParkFirm[];
  looked: string | null;
  onLook: (firm: ParkFirm) => void;
}

function FirmGroup({ title, firms, looked, onLook }: GroupProps) {
  if (firms.length === 0) return null;
  return (
    <section aria-label={title}>
      <b>{title}</b>
      <ul className="firms">
        {firms.map((firm) => (
          <FirmLine key={firm.id} firm={firm} looked={firm.id === looked} onLook={() => onLook(firm)} />
        ))}
      </ul>
    </section>
  );
}

function FirmLine({ firm, looked, onLook }: { firm: ParkFirm; looked: boolean; onLook: () => void }) {
  const t = useText(parkText);
  const format = useFormat();
  const valid = firm.grades.find((entry) => entry.grade === firm.gradeNow);
  return (
    <li>
      <button
        type="button"
        className="firm"
        aria-pressed={looked}
        title={firm.location ? t('locate') : t('noLocation')}
        onClick={onLook}
      >
        <span aria-hidden="true">{firm.counted ? '✓' : '–'}</span>
        <b>{firm.name}</b>
        <small>
          {firm.gradeNow ? format.name(gradeWords[firm.gradeNow]) : t('noGrade')}
          {valid && ` · ${t('gradeUntil', { date: valid.until })}`}
          {!firm.location && ` · ${t('noLocation')}`}
        </small>
        <small>{firm.why}</small>
      </button>
    </li>
  );
}
