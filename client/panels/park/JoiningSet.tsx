import { Button } from 'antd';
import type { ParkVerdict } from '../../../data/contract';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { parkText } from '../../text/park';
import { go } from '../../url';

/** The lightest set of plots that would make the park whole, where one was worked out, and the way to pick it. */
export function JoiningSet({ verdict }: { verdict: ParkVerdict }) {
  const t = useText(parkText);
  const format = useFormat();
  const { join } = verdict.title.whatIf;
  if (!join || join.plots.length === 0) return null;
  const picks = [...verdict.members.map((member) => member.id), ...join.plots];
  return (
    <p className="mend">
      {t('joinPlots', { count: join.plots.length, area: format.area(join.areaMu) })}{' '}
      <Button size="small" onClick={() => go({ selection: { kind: 'form', id: '-' }, picks })}>
        {t('pickThese')}
      </Button>
    </p>
  );
}
