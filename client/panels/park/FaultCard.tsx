import { Button } from 'antd';
import { useEffect, useMemo } from 'react';
import type { Areal, Bbox, ParkVerdict } from '../../../data/contract';
import { boxAround } from '../../map/boxAround';
import { useMapHand } from '../../map/hand';
import { useOverlay } from '../../map/useOverlay';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { problemsText } from '../../text/problems';
import { drawFault } from './drawFault';
import { type FaultGround, faultGround } from './faultGround';
import { polygonsOf } from './pieceOf';
import type { Fault } from './problems';

interface Props {
  fault: Fault;
  members: ParkVerdict['members'];
  /** What counts as an overlap, in square metres. */
  leastSquareMetres: number;
  numberOf: (id: string) => string;
}

const FAULT_ZOOM = 19;
const TITLES = { twice: 'twice', within: 'within', partly: 'overlap' } as const;

/** One fault of the drawing: which plots, how much ground, and that ground on the map. */
export function FaultCard({ fault, members, leastSquareMetres, numberOf }: Props) {
  const t = useText(problemsText);
  const format = useFormat();
  const hand = useMapHand();
  const ground = useMemo(() => faultGround(fault, members, leastSquareMetres), [fault, members, leastSquareMetres]);
  useOverlay(
    'fault',
    useMemo(() => drawFault(ground), [ground]),
  );
  const box = useMemo(() => boxToShow(ground), [ground]);
  useEffect(() => hand.fit(box, FAULT_ZOOM), [hand, box]);
  const plots = format.list(fault.plots.map(numberOf));
  const area = fault.areaSquareMetres === undefined ? '—' : format.squareMetres(fault.areaSquareMetres);
  const isSelf = fault.plots.length < 2;
  return (
    <div className="problem" data-state="fault">
      <p>
        <b>{fault.code === 'overlap' ? t(TITLES[ground.nature]) : t('faultOther', { code: fault.code })}</b>
      </p>
      <p>
        {isSelf && `${t('self', { plot: plots })} · `}
        {t('faultPlots', { plots, area })}
      </p>
      <div className="problem-ways">
        <Button size="small" onClick={() => hand.fit(box, FAULT_ZOOM)}>
          {t('onMap')}
        </Button>
        <small>{t('faultMend')}</small>
      </div>
    </div>
  );
}

/** Below this share of the outlines, common ground would be too small to be seen among them. */
const LEAST_SHARE = 0.1;

/** The outlines in full, or the common ground alone where it would be lost among them. */
function boxToShow({ outlines, common }: FaultGround): Bbox {
  const boxOf = (grounds: readonly Areal[]) => boxAround(grounds.flatMap((ground) => polygonsOf(ground).flat(2)));
  const [whole, part] = [boxOf(outlines), boxOf(common)];
  const isSeen = part[3] - part[1] >= LEAST_SHARE * (whole[3] - whole[1]);
  return common.length === 0 || isSeen ? whole : part;
}
