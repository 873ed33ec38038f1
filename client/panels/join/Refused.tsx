import { Button } from 'antd';
import { pickParcels } from '../../../data/contract';
import { useAnswer } from '../../answers';
import { useMapHand } from '../../map/hand';
import { useText } from '../../text/i18n';
import { joinText } from '../../text/join';
import { go } from '../../url';

/** The plots that were refused, each of which can be taken back. */
export function Refused({ ids }: { ids: readonly string[] }) {
  const t = useText(joinText);
  const hand = useMapHand();
  const answer = useAnswer(
    pickParcels,
    { body: { ids: [...ids] } },
    { layers: ['parcels'], enabled: ids.length > 0, keep: true },
  );
  if (ids.length === 0) return null;
  const numbers = new Map(answer.data?.parcels.map(({ id, number }) => [id, number]));
  const numberOf = (id: string) => numbers.get(id) ?? id;
  const takeBack = (id: string) => {
    hand.setHighlight(null);
    go((now) => ({ refused: now.refused.filter((one) => one !== id) }));
  };
  return (
    <section className="join-refused" aria-label={t('refused')}>
      <p className="row">
        <b>
          {t('refused')} <small>{t('plots', { count: ids.length })}</small>
        </b>
        {ids.length > 1 && (
          <Button size="small" type="text" onClick={() => go({ refused: [] })}>
            {t('takeAllBack')}
          </Button>
        )}
      </p>
      <ul className="plain">
        {ids.map((id) => (
          <li
            key={id}
            className="row"
            onMouseEnter={() => hand.setHighlight({ layer: 'parcels', id })}
            onMouseLeave={() => hand.setHighlight(null)}
          >
            <s>{numberOf(id)}</s>
            <Button
              size="small"
              type="link"
              aria-label={t('takeBackPlot', { number: numberOf(id) })}
              onClick={() => takeBack(id)}
            >
              {t('takeBack')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
