import { Button } from 'antd';
import { type CSSProperties, useEffect, useId, useRef, useState } from 'react';
import type { ContiguityAnswer } from '../../../data/contract';
import { surroundingWords } from '../../../data/words/vocabulary';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { parkText } from '../../text/park';
import { whyApart } from './whyApart';

const LEAST_SPAN_METRES = 100;
const MOST_SPAN_METRES = 500;
const SETTLE_MS = 200;
const STEP_METRES = 0.5;

interface Props {
  contiguity: ContiguityAnswer;
  /** What is asked for; null = the rule in force. */
  askedMetres: number | null;
  onAsk: (gapMetres: number | null) => void;
}

/** The gap tolerance as a slider with the flip point marked; a change asks the verdict again once the hand rests. */
export function GapSlider({ contiguity, askedMetres, onAsk }: Props) {
  const t = useText(parkText);
  const format = useFormat();
  const labelId = useId();
  const inForce = Number(contiguity.parameters.maxGapMetres?.value ?? 0);
  const { flipsAtMetres, joinsAtMetres } = contiguity;
  // What the hand holds counts until the address answers to it; then the address does.
  const [held, setHeld] = useState<{ metres: number; over: number | null } | null>(null);
  const metres = held?.over === askedMetres ? held.metres : (askedMetres ?? inForce);
  const settling = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(settling.current), []);
  const slide = (next: number) => {
    setHeld({ metres: next, over: askedMetres });
    clearTimeout(settling.current);
    settling.current = setTimeout(() => onAsk(next), SETTLE_MS);
  };
  const span = spanOf([flipsAtMetres, joinsAtMetres, metres]);
  return (
    <div className="gap-slider">
      <div className="row">
        <span id={labelId}>{t('gapTolerance')}</span>
        <output aria-live="polite">{format.metres(metres)}</output>
      </div>
      {/* The browser's own slider: presses of a held arrow key never outrun it. */}
      <input
        type="range"
        min={0}
        max={span}
        step={STEP_METRES}
        value={metres}
        aria-labelledby={labelId}
        aria-valuetext={format.metres(metres)}
        onChange={(event) => slide(event.target.valueAsNumber)}
      />
      <Scale span={span} flipsAtMetres={flipsAtMetres} joinsAtMetres={joinsAtMetres} />
      <p className="hint">{flipSentence()}</p>
      <p className="hint">| {t('joinsAt', { gap: format.metres(joinsAtMetres) })}</p>
      {askedMetres !== null && (
        <p className="hint">
          {t('whatIfGap', { gap: format.metres(askedMetres) })}{' '}
          <Button size="small" type="link" onClick={() => onAsk(null)}>
            {t('backToRule')}
          </Button>
        </p>
      )}
    </div>
  );

  function flipSentence(): string {
    if (flipsAtMetres === null) {
      const { kinds, unknown } = whyApart(contiguity);
      const causes = kinds.map((kind) => format.name(surroundingWords[kind])).concat(unknown ? t('holdsUnknown') : []);
      return causes.length > 0 ? t('flipsNeverFor', { causes: format.list(causes) }) : t('flipsNever');
    }
    return flipsAtMetres === 0 ? t('flipsStrict') : `▲ ${t('flipsAt', { gap: format.metres(flipsAtMetres) })}`;
  }
}

function spanOf(points: readonly (number | null)[]): number {
  const widest = Math.max(LEAST_SPAN_METRES, ...points.map((p) => Math.ceil((p ?? 0) * 1.2)));
  return Math.min(MOST_SPAN_METRES, Math.ceil(widest / 10) * 10);
}

interface ScaleProps {
  span: number;
  flipsAtMetres: number | null;
  joinsAtMetres: number;
}

/** The ends of the scale, the distance at which the plots join, and, where there is one, the flip point. */
function Scale({ span, flipsAtMetres, joinsAtMetres }: ScaleProps) {
  const flips = flipsAtMetres !== null && flipsAtMetres > 0 && flipsAtMetres <= span;
  const joins = joinsAtMetres > 0 && joinsAtMetres <= span;
  return (
    <div className="gap-scale" aria-hidden="true">
      <span style={at(0)}>0</span>
      {joins && <i style={at(joinsAtMetres / span)} className="gap-join" />}
      {flips && (
        <b style={at(flipsAtMetres / span)} className="gap-flip">
          ▲
        </b>
      )}
      <span style={at(1)}>{span}</span>
    </div>
  );
}

const at = (share: number): CSSProperties => ({ ['--at' as string]: share });
