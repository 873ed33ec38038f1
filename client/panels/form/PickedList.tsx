import { CloseOutlined, DeleteOutlined, RedoOutlined, UndoOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ParcelRow } from '../../../data/contract';
import { useMapHand } from '../../map/hand';
import { formText } from '../../text/form';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { VirtualRows } from '../list/VirtualRows';
import { Section } from '../parts/Panel';
import type { Picks } from './usePicks';

interface Props {
  picks: Picks;
  parcels: readonly ParcelRow[];
  /** Picked ids that the server no longer knows. */
  gone: readonly string[];
  /** False while picks are still being looked up: their area is not known yet. */
  listed: boolean;
  /** The draft whose own parcels these are, if any. */
  own: string | null;
}

const ROW_PIXELS = 32;
const MOST_PIXELS = 224;
const NAMED = 8;

/** What is picked, with its area; each parcel can be taken out, each step taken back. */
export function PickedList({ picks, parcels, gone, listed, own }: Props) {
  const t = useText(formText);
  const format = useFormat();
  const hand = useMapHand();
  const count = picks.picks.length;
  const taken = parcels.filter((parcel) => parcel.park !== null && parcel.park.id !== own).length;
  const nameSome = (ids: readonly string[]) => format.list(ids.slice(0, NAMED)) + (ids.length > NAMED ? ' …' : '');
  const areaMu = parcels.reduce((sum, parcel) => sum + parcel.areaMu, 0);
  return (
    <Section
      title={t('picked', { count })}
      aside={
        <>
          <Step label={t('undo')} icon={<UndoOutlined />} disabled={!picks.canUndo} onClick={picks.undo} />
          <Step label={t('redo')} icon={<RedoOutlined />} disabled={!picks.canRedo} onClick={picks.redo} />
          <Step label={t('clear')} icon={<DeleteOutlined />} disabled={count === 0} onClick={picks.clear} />
        </>
      }
    >
      {count === 0 ? (
        <p className="hint">{t('none')}</p>
      ) : (
        <p>{t('pickedArea', { area: listed ? format.area(areaMu) : '…' })}</p>
      )}
      {taken > 0 && <p className="mend">{t('already', { count: taken })}</p>}
      {gone.length > 0 && (
        <p className="mend">
          {t('gone', { count: gone.length, list: nameSome(gone) })}{' '}
          <Button size="small" onClick={() => picks.remove(gone)}>
            {t('dropGone')}
          </Button>
        </p>
      )}
      <VirtualRows
        label={t('picked', { count })}
        count={parcels.length}
        rowPixels={ROW_PIXELS}
        heightPixels={Math.min(MOST_PIXELS, parcels.length * ROW_PIXELS)}
        keyOf={(index) => parcels[index]?.id ?? index}
        onActive={(index) => {
          const parcel = parcels[index];
          hand.setHighlight(parcel ? { layer: 'parcels', id: parcel.id } : null);
        }}
      >
        {(index) => {
          const parcel = parcels[index];
          return (
            parcel && (
              <span className="form-row">
                <span>{parcel.number}</span>
                <span className="hint">{format.mu(parcel.areaMu)}</span>
                <Button
                  type="text"
                  size="small"
                  icon={<CloseOutlined />}
                  aria-label={t('remove', { number: parcel.number })}
                  onClick={() => picks.remove([parcel.id])}
                />
              </span>
            )
          );
        }}
      </VirtualRows>
    </Section>
  );
}

interface StepProps {
  label: string;
  icon: React.ReactNode;
  disabled: boolean;
  onClick: () => void;
}

const Step = ({ label, ...rest }: StepProps) => (
  <Button type="text" size="small" title={label} aria-label={label} {...rest} />
);
