import { Button } from 'antd';
import { useMemo } from 'react';
import { type ParkVerdict, pickParcels } from '../../../data/contract';
import { useAnswer } from '../../answers';
import { useOverlay } from '../../map/useOverlay';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { joinText } from '../../text/join';
import { parkText } from '../../text/park';
import { go, useAddress } from '../../url';
import { drawSet } from '../join/drawJoin';

/** The short offer of the lightest plots that would make the park whole, where the verdict knows one; leads to the search. */
export function JoiningSet({ verdict }: { verdict: ParkVerdict }) {
  const { join, joinSkipped } = verdict.title.whatIf;
  if (joinSkipped) return <Lead>{joinSkipped}</Lead>;
  return join && join.plots.length > 0 ? <Offer join={join} /> : null;
}

type Join = NonNullable<ParkVerdict['title']['whatIf']['join']>;

function Offer({ join }: { join: Join }) {
  const t = useText(parkText);
  const format = useFormat();
  const [{ theme }] = useAddress();
  const plots = useAnswer(pickParcels, { body: { ids: join.plots } }, { layers: ['parcels'] }).data?.parcels;
  useOverlay(
    'join',
    useMemo(() => drawSet(plots ?? [], theme, null, 0), [plots, theme]),
  );
  return (
    <Lead>
      {t('joinPlots', { count: join.plots.length, area: format.area(join.areaMu) })}
      {plots && ` (${format.list(plots.map((plot) => plot.number))})`}
    </Lead>
  );
}

function Lead({ children }: { children: React.ReactNode }) {
  const t = useText(joinText);
  return (
    <p className="mend">
      {children}{' '}
      <Button size="small" onClick={() => go({ line: 'join' })}>
        {t('seeJoin')}
      </Button>
    </p>
  );
}
