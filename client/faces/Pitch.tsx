import type { Segment, UnitSummary } from '../../data/contract/units';
import { useUnits } from '../map/useCity';
import { Asking } from '../panels/parts/Asking';
import { Empty } from '../panels/parts/Panel';
import { facesText } from '../text/faces';
import { useFormat } from '../text/format';
import { useText } from '../text/i18n';
import { useAddress } from '../url';
import './faces.css';

/** The county official's face: what each unit wants and what it can supply, from what is in hand. */
export function Pitch() {
  const t = useText(facesText);
  return (
    <aside className="left-panel face" aria-label={t('pitchTitle')}>
      <h2>{t('pitchTitle')}</h2>
      <p className="quiet">{t('pitchLead')}</p>
      <Asking result={useUnits()}>
        {({ units, segments }) => (
          <ul className="face-cards">
            {units
              .filter((unit) => unit.kind !== 'context')
              .map((unit) => (
                <li key={unit.id}>
                  <UnitOffer unit={unit} segments={segments.filter((segment) => unit.segments.includes(segment.id))} />
                </li>
              ))}
          </ul>
        )}
      </Asking>
      <Empty>{t('pitchNote')}</Empty>
    </aside>
  );
}

function UnitOffer({ unit, segments }: { unit: UnitSummary; segments: readonly Segment[] }) {
  const t = useText(facesText);
  const format = useFormat();
  const [{ selection }, go] = useAddress();
  const chosen = selection?.kind === 'unit' && selection.id === unit.id;
  const words = (list: string[][]) => format.list([...new Set(list.flat())]) || t('none');
  return (
    <button
      type="button"
      className="face-card"
      aria-pressed={chosen}
      onClick={() => go({ selection: { kind: 'unit', id: unit.id } })}
    >
      <b>{format.name(unit.name)}</b>
      <span>
        {t('free')} {format.mu(unit.freeSupplyMu)} · {t('parks')} {format.number(unit.parkCount)}
      </span>
      <span className="quiet">
        {t('segments')} {format.list(segments.map((segment) => format.name(segment.name)))}
      </span>
      <span className="quiet">
        {t('weak')} {words(segments.map((segment) => segment.weak))}
      </span>
      <span className="quiet">
        {t('gaps')} {words(segments.map((segment) => segment.gaps))}
      </span>
    </button>
  );
}
