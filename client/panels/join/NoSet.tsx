import { Button } from 'antd';
import type { JoinParkAnswer, ParkVerdict } from '../../../data/contract';
import { surroundingWords } from '../../../data/words/vocabulary';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { joinText } from '../../text/join';
import { go, useAddress } from '../../url';
import { whyApart } from '../park/whyApart';

/** Why no set makes the park whole, and what to look at next. */
export function NoSet({ answer, verdict }: { answer: JoinParkAnswer; verdict: ParkVerdict }) {
  const t = useText(joinText);
  const format = useFormat();
  const [{ among, reading, refused, selection }] = useAddress();
  const { kinds, unknown } = whyApart(verdict.contiguity);
  const onlyUnknown = answer.today.contiguity === 'unknown' && kinds.length === 0;
  return (
    <div className="panel-empty">
      <p>{onlyUnknown ? t('onlyUnknown') : lead()}</p>
      {!onlyUnknown && kinds.length > 0 && (
        <p>{t('inTheWay', { kinds: format.list(kinds.map((kind) => format.name(surroundingWords[kind]))) })}</p>
      )}
      {!onlyUnknown && unknown && <p>{t('someUnknown')}</p>}
      {refused.length > 0 && <p>{t('refusedCount', { count: refused.length })}</p>}
      <p className="join-ways">
        {(unknown || kinds.length > 0) && selection?.kind === 'park' && (
          <Button size="small" onClick={() => go({ line: 'contiguity' })}>
            {t('toProblems')}
          </Button>
        )}
        {among === 'leftover' && (
          <Button size="small" onClick={() => go({ among: 'free' })}>
            {t('tryFree')}
          </Button>
        )}
        {reading === 'strict' && (
          <Button size="small" onClick={() => go({ reading: 'normal' })}>
            {t('tryNormal')}
          </Button>
        )}
        {refused.length > 0 && (
          <Button size="small" onClick={() => go({ refused: [] })}>
            {t('takeAllBack')}
          </Button>
        )}
      </p>
    </div>
  );

  function lead(): string {
    if (answer.candidates > 0) return t('noSet', { count: answer.candidates });
    return t(among === 'leftover' ? 'noneLeftover' : 'noneFree');
  }
}
