import { Tooltip } from 'antd';
import { useMemo } from 'react';
import type { ParkFirm, ParkVerdict, TitleTest } from '../../../data/contract';
import { useOverlay } from '../../map/useOverlay';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { parkText } from '../../text/park';
import { drawFirms } from './drawFirms';

interface Props {
  firms: readonly ParkFirm[];
  test: TitleTest;
  verdict: ParkVerdict;
}

/** The output share opened: whose output is missing, and by which route the share could be reached. */
export function OutputEvidence({ firms, test, verdict }: Props) {
  const t = useText(parkText);
  const format = useFormat();
  useOverlay(
    'evidence',
    useMemo(() => drawFirms(firms, null), [firms]),
  );
  const silent = firms.filter((firm) => !firm.outputKnown);
  const short = verdict.title.whatIf.outputShort;
  const year = verdict.outputYear;
  return (
    <div className="evidence">
      <p className={silent.length > 0 ? 'mend' : 'hint'}>
        {silent.length > 0 ? t('outputMissing', { year, count: silent.length }) : t('outputComplete', { year })}
      </p>
      {silent.length > 0 && (
        <ul className="plain">
          {silent.map((firm) => (
            <li key={firm.id}>{firm.name}</li>
          ))}
        </ul>
      )}
      {test.verdict !== 'met' && short && (short.promote > 0 || short.attract > 0) && (
        <section aria-label={t('whatIf')}>
          <b>{t('whatIf')}</b>
          <ul className="plain">
            <Route sentence={t('promote', { money: format.money(short.promote) })} tip={tipOf(short.promote, true)} />
            <Route sentence={t('attract', { money: format.money(short.attract) })} tip={tipOf(short.attract, false)} />
          </ul>
        </section>
      )}
    </div>
  );

  function tipOf(amountCny: number, promotes: boolean): string {
    return `${format.yuan(amountCny)} = ${t(promotes ? 'promoteFormula' : 'attractFormula', { limit: test.limit ?? '?' })}`;
  }
}

function Route({ sentence, tip }: { sentence: string; tip: string }) {
  return (
    <li>
      <Tooltip title={tip}>
        <button type="button" className="number">
          {sentence}
        </button>
      </Tooltip>
    </li>
  );
}
