import { Button } from 'antd';
import type { Gap, ParcelRow } from '../../../data/contract';
import { useMapHand } from '../../map/hand';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { problemsText } from '../../text/problems';
import { useContents, useKinds } from './gapWords';
import { PieceChip } from './PieceChip';
import { type GapState, isBarrier, mendOf, parcelsIn } from './problems';

interface Props {
  gap: Gap;
  state: GapState;
  /** Pieces that the gap parts, as the map paints them now. */
  pieces: readonly number[];
  maxGapMetres: number;
  numberOf: (id: string) => string;
  /** What is known of the parcels of others that lie in gaps. */
  held: ReadonlyMap<string, ParcelRow>;
  /** A ruling stands on it already. */
  ruled: boolean;
  /** Absent where rulings are not possible. */
  onRule?: (() => void) | undefined;
  onTakeIn: (parcel: string) => void;
  /** Taking in opens a draft; otherwise it adds to the picks. */
  opensDraft: boolean;
}

/** One gap: how wide, between what, what it holds, and each way to mend it as a button, or why there is none. */
export function GapCard({ gap, state, pieces, numberOf, ...ways }: Props) {
  const t = useText(problemsText);
  const format = useFormat();
  const contents = useContents();
  return (
    <div className="problem" data-state={state}>
      <p className="row">
        <b>{t('gap', { width: format.metres(gap.widthMetres) })}</b>
        <span className="problem-state">
          {pieces.length > 1 && pieces.map((index) => <PieceChip key={index} index={index} />)} {t(state)}
        </span>
      </p>
      <p>
        {t('between', { from: numberOf(gap.from), to: numberOf(gap.to) })} · {contents(gap)}
      </p>
      {state !== 'bridged' && state !== 'aside' && <Ways gap={gap} {...ways} />}
    </div>
  );
}

type WaysProps = Omit<Props, 'state' | 'pieces' | 'numberOf'>;

function Ways({ gap, maxGapMetres, held, ruled, onRule, onTakeIn, opensDraft }: WaysProps) {
  const t = useText(problemsText);
  const format = useFormat();
  const kindsOf = useKinds();
  const mend = mendOf(gap, maxGapMetres);
  const barriers = kindsOf({ ...gap, holds: gap.holds.filter(({ kind }) => isBarrier(kind)) });
  const isOpaque = mend.beyond === null && mend.takeIn.length === 0 && gap.holds.some(({ kind }) => kind === 'parcel');
  return (
    <div className="problem-ways">
      {mend.rule === 'asked' && onRule && !ruled && (
        <>
          <Button type="primary" size="small" onClick={onRule}>
            {t('ruleAsked')}
          </Button>
          <small>{t('ruleAskedWhy')}</small>
        </>
      )}
      {mend.takeIn.map((id) => (
        <TakeIn key={id} id={id} parcel={held.get(id)} opensDraft={opensDraft} onTakeIn={() => onTakeIn(id)} />
      ))}
      {mend.beyond === 'barrier' && <small className="mend">{t('barrier', { kinds: format.list(barriers) })}</small>}
      {mend.beyond === 'tooWide' && (
        <small className="mend">{t('tooWide', { limit: format.metres(maxGapMetres) })}</small>
      )}
      {isOpaque && parcelsIn(gap).length === 0 && <small className="mend">{t('takeInOpaque')}</small>}
      {mend.rule === 'possible' && onRule && !ruled && (
        <button type="button" className="link" onClick={onRule}>
          {t('rulePossible')}
        </button>
      )}
      {mend.rule !== null && !onRule && <small>{t('notSaved')}</small>}
    </div>
  );
}

interface TakeInProps {
  id: string;
  parcel: ParcelRow | undefined;
  opensDraft: boolean;
  onTakeIn: () => void;
}

function TakeIn({ id, parcel, opensDraft, onTakeIn }: TakeInProps) {
  const t = useText(problemsText);
  const format = useFormat();
  const hand = useMapHand();
  const number = parcel?.number ?? id;
  return (
    <>
      <Button
        type="primary"
        size="small"
        loading={!parcel}
        onMouseEnter={() => hand.setHighlight({ layer: 'parcels', id })}
        onMouseLeave={() => hand.setHighlight(null)}
        onClick={() => {
          hand.setHighlight(null);
          onTakeIn();
        }}
      >
        {t('takeIn', { number })}
      </Button>
      {parcel && (
        <small>
          {t(opensDraft ? 'takeInWhy' : 'takeInPicks', { number, area: format.mu(parcel.areaMu) })}
          {parcel.park && ` ${t('takeInOther', { park: parcel.park.name })}`}
        </small>
      )}
    </>
  );
}
