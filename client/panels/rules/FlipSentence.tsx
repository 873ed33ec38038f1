import type { UseQueryResult } from '@tanstack/react-query';
import { Spin } from 'antd';
import { useEffect, useState } from 'react';
import type { WhatIfAnswer } from '../../../data/contract';
import type { ApiError } from '../../api';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { rulesText } from '../../text/rules';

const PATIENCE_MS = 300;

/** How much flips, in one short sentence that is read out once an answer is here. */
export function FlipSentence({ result, moved }: { result: UseQueryResult<WhatIfAnswer, ApiError>; moved: boolean }) {
  const t = useText(rulesText);
  const format = useFormat();
  const works = result.isFetching && (result.isPlaceholderData || !result.data);
  const isLate = useLate(works);
  return (
    <p className="rule-sentence" role="status" aria-live="polite" data-stale={works}>
      {isLate && <Spin size="small" />} {sentence()}
    </p>
  );

  function sentence(): string {
    if (!moved) return t('flipsWait');
    if (!result.data || (works && isLate)) return result.error ? '' : t('working');
    const { parks, leftover } = result.data;
    if (parks.flips.length === 0 && leftover.flipped === 0) return t('flipsNone');
    const what = [
      parks.flips.length > 0 && t('flipsParks', { count: parks.flips.length }),
      leftover.flipped > 0 && t('flipsPlots', { count: leftover.flipped }),
    ];
    return t('flipsSome', { what: format.list(what.filter((part) => part !== false)) });
  }
}

/** True once something has taken longer than a reader waits without asking. */
function useLate(works: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    setLate(false);
    if (!works) return;
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [works]);
  return late;
}
