import { Button } from 'antd';
import { useMemo } from 'react';
import { type Answer, type ParkVerdict, type Position, pickParcels } from '../../../data/contract';
import { useAnswer } from '../../answers';
import type { Draw } from '../../map/draw';
import { useOverlay } from '../../map/useOverlay';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { parkText } from '../../text/park';
import { go } from '../../url';
import { polygonsOf } from './pieceOf';

/** The lightest set of plots that would make the park whole, where one was worked out, and the way to pick it. */
export function JoiningSet({ verdict }: { verdict: ParkVerdict }) {
  const { join } = verdict.title.whatIf;
  return join && join.plots.length > 0 ? <Offer join={join} verdict={verdict} /> : null;
}

type Join = NonNullable<ParkVerdict['title']['whatIf']['join']>;

function Offer({ join, verdict }: { join: Join; verdict: ParkVerdict }) {
  const t = useText(parkText);
  const format = useFormat();
  const plots = useAnswer(pickParcels, { body: { ids: join.plots } }, { layers: ['parcels'] }).data?.parcels;
  useOverlay(
    'join',
    useMemo(() => drawPlots(plots ?? []), [plots]),
  );
  const picks = [...verdict.members.map((member) => member.id), ...join.plots];
  return (
    <p className="mend">
      {t('joinPlots', { count: join.plots.length, area: format.area(join.areaMu) })}
      {plots && ` (${format.list(plots.map((plot) => plot.number))})`}{' '}
      <Button size="small" onClick={() => go({ selection: { kind: 'form', id: '-' }, picks })}>
        {t('pickThese')}
      </Button>
    </p>
  );
}

const OUTLINE = [148, 98, 0] as const;

/** Plots that would join the pieces, outlined heavily and hardly filled: they are not in the park yet. */
function drawPlots(plots: Answer<typeof pickParcels>['parcels']): Draw {
  const data = plots.flatMap((plot) => polygonsOf(plot.geometry));
  return (deck) => [
    new deck.PolygonLayer<(typeof data)[number]>({
      id: 'join-plots',
      data,
      getPolygon: (rings) => rings as Position[][] as never,
      getFillColor: [...OUTLINE, 40],
      getLineColor: [...OUTLINE, 255],
      getLineWidth: 4,
      lineWidthUnits: 'pixels',
      stroked: true,
    }),
  ];
}
