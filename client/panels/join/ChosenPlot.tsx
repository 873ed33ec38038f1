import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { JoiningPlot } from '../../../data/contract';
import { boxAround } from '../../map/boxAround';
import { useMapHand } from '../../map/hand';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { joinText } from '../../text/join';
import { PieceChip } from '../park/PieceChip';
import { polygonsOf } from '../park/pieceOf';
import { Explained } from '../parts/Explained';
import { Mark } from '../parts/Panel';
import { useSuspected } from '../parts/useSuspected';

interface Props {
  plot: JoiningPlot;
  /** As the map numbers it, from 1. */
  place: number;
  isPointed: boolean;
  onPoint: (plot: string | null) => void;
  onRefuse: () => void;
  /** What the set would be without it. */
  children: ReactNode;
}

/** One plot of a set: area, price, suspected class, and the pieces that meet at it. */
export function ChosenPlot({ plot, place, isPointed, onPoint, onRefuse, children }: Props) {
  const t = useText(joinText);
  const format = useFormat();
  const hand = useMapHand();
  const nameKind = useSuspected();
  const { id, number, areaMu, priceCny, leftover, geometry } = plot;
  return (
    <li
      className="join-plot"
      data-pointed={isPointed}
      onPointerEnter={({ pointerType }) => pointerType === 'mouse' && onPoint(id)}
      onPointerLeave={({ pointerType }) => pointerType === 'mouse' && onPoint(null)}
    >
      <i className="join-place">{place}</i>
      <div className="join-plot-body">
        <p className="row">
          <button
            type="button"
            className="link"
            title={t('showPlot', { number })}
            onFocus={() => onPoint(id)}
            onBlur={() => onPoint(null)}
            onClick={() => {
              onPoint(id);
              hand.fit(boxAround(polygonsOf(geometry).flat(2)));
            }}
          >
            {number}
          </button>
          <Button size="small" aria-label={t('refusePlot', { number })} onClick={onRefuse}>
            {t('refuse')}
          </Button>
        </p>
        <p className="hint">
          <Explained about={{ formula: 'area' }}>{format.mu(areaMu)}</Explained>
          {' · '}
          {priceCny === null ? t('noPrice') : format.money(priceCny)}
          {leftover !== null && ` · ${nameKind(leftover)}`}
        </p>
        <p className="join-pieces">
          <Meets pieces={plot.pieces} />
        </p>
        {children}
      </div>
    </li>
  );
}

function Meets({ pieces }: { pieces: readonly number[] }) {
  const t = useText(joinText);
  if (pieces.length === 0) return t('between');
  return (
    <>
      {t(pieces.length > 1 ? 'bringsTogether' : 'touches')}
      {pieces.map((index) => (
        <PieceChip key={index} index={index} />
      ))}
      {pieces.length > 1 && <Mark tip={t('bridgeTip')}>{t('bridge')}</Mark>}
    </>
  );
}
