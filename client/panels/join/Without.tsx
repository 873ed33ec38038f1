import { Skeleton } from 'antd';
import { useEffect, useRef } from 'react';
import type { JoinParkAnswer } from '../../../data/contract';
import { useText } from '../../text/i18n';
import { joinText } from '../../text/join';
import type { JoinQuestion } from './joinQuestion';
import { useAlternative } from './useJoining';
import { useWeight } from './useWeight';

interface Props {
  /** The set as it is. */
  answer: JoinParkAnswer;
  /** The question with this plot refused. */
  question: JoinQuestion;
  state: 'waits' | 'asks';
  stopped: boolean;
  onDone: () => void;
}

/** What it would cost to do without one plot: worked out in its turn, given up when the reader stops it. */
export function Without({ state, stopped, ...asked }: Props) {
  const t = useText(joinText);
  return (
    <p className="join-without">
      {t('without')}
      {state === 'asks' ? <Asked {...asked} /> : stopped ? t('withoutWaits') : <Waits />}
    </p>
  );
}

/** Leaving the screen, or being stopped, ends the question on its way. */
function Asked({ answer, question, onDone }: Pick<Props, 'answer' | 'question' | 'onDone'>) {
  const t = useText(joinText);
  const { data, error } = useAlternative(question, true);
  const done = useRef(onDone);
  done.current = onDone;
  const settled = data !== undefined || error !== null;
  useEffect(() => {
    if (settled) done.current();
  }, [settled]);
  if (data) return <Cost answer={answer} without={data} />;
  return error ? t('withoutFailed') : <Waits />;
}

function Cost({ answer, without }: { answer: JoinParkAnswer; without: JoinParkAnswer }) {
  const t = useText(joinText);
  const write = useWeight();
  if (!without.possible) return <b>{t('cannotWithout')}</b>;
  if (without.weight === null || answer.weight === null) return t('withoutWeight');
  const more = without.weight - answer.weight;
  if (Math.abs(more) < SAME) return t('noDifference');
  const change = `${more < 0 ? '−' : '+'}${write(Math.abs(more), answer.weigh)}`;
  const proved = answer.proved && without.proved;
  return <b>{t(proved ? 'more' : 'moreUnproved', { change })}</b>;
}

const Waits = () => <Skeleton.Node active style={{ width: 72, height: 12 }} />;

/** Below what two decimals of a mu can show. */
const SAME = 0.005;
