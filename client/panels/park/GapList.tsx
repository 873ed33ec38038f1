import { useEffect, useRef } from 'react';
import type { Gap } from '../../../data/contract';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { problemsText } from '../../text/problems';
import { scrollWithin } from '../parts/scrollWithin';
import { useContents } from './gapWords';
import { type GapState, gapKey } from './problems';

interface Props {
  gaps: readonly Gap[];
  states: ReadonlyMap<string, GapState>;
  /** Keys of gaps that were ruled on. */
  ruled: ReadonlySet<string>;
  numberOf: (id: string) => string;
  looked: string | null;
  onLook: (gap: Gap) => void;
}

/** Every gap with its width, how it stands and what it holds; a click looks at it. */
export function GapList({ gaps, states, ruled, numberOf, looked, onLook }: Props) {
  const t = useText(problemsText);
  if (gaps.length === 0) return null;
  return (
    <details className="gaps">
      <summary>
        {t('all')} <small>{t('count', { count: gaps.length })}</small>
      </summary>
      <ol>
        {gaps.map((gap) => (
          <GapLine
            key={gapKey(gap)}
            gap={gap}
            state={states.get(gapKey(gap)) ?? 'open'}
            ruled={ruled.has(gapKey(gap))}
            numberOf={numberOf}
            looked={gapKey(gap) === looked}
            onLook={() => onLook(gap)}
          />
        ))}
      </ol>
    </details>
  );
}

interface LineProps {
  gap: Gap;
  state: GapState;
  ruled: boolean;
  numberOf: (id: string) => string;
  looked: boolean;
  onLook: () => void;
}

function GapLine({ gap, state, ruled, numberOf, looked, onLook }: LineProps) {
  const t = useText(problemsText);
  const format = useFormat();
  const contents = useContents();
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (looked && row.current?.closest('details')?.open) scrollWithin(row.current, 'nearest');
  }, [looked]);
  return (
    <li ref={row}>
      <button type="button" className="gap" data-state={state} aria-pressed={looked} onClick={onLook}>
        <b>{format.metres(gap.widthMetres)}</b>
        <span className="gap-state">
          {t(state)}
          {ruled && ` · ${t('ruled')}`}
        </span>
        <span>{t('between', { from: numberOf(gap.from), to: numberOf(gap.to) })}</span>
        <small>{contents(gap)}</small>
      </button>
    </li>
  );
}
