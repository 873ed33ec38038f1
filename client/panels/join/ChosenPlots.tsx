import { Button } from 'antd';
import { useState } from 'react';
import type { JoinParkAnswer } from '../../../data/contract';
import { useText } from '../../text/i18n';
import { joinText } from '../../text/join';
import { go } from '../../url';
import { ChosenPlot } from './ChosenPlot';
import { type JoinQuestion, questionWithout } from './joinQuestion';
import { Without } from './Without';

interface Props {
  answer: JoinParkAnswer;
  question: JoinQuestion;
  rests: boolean;
  pointed: string | null;
  onPoint: (plot: string | null) => void;
}

/** The plots of a set; what each is worth is found by refusing it, one after the other, until the reader stops it. */
export function ChosenPlots({ answer, question, rests, pointed, onPoint }: Props) {
  const t = useText(joinText);
  const [turn, setTurn] = useState(0);
  const [stopped, setStopped] = useState(false);
  const { plots } = answer;
  return (
    <>
      <ol className="join-plots">
        {plots.map((plot, index) => (
          <ChosenPlot
            key={plot.id}
            plot={plot}
            place={index + 1}
            isPointed={plot.id === pointed}
            onPoint={onPoint}
            onRefuse={() => {
              onPoint(null);
              go((now) => ({ refused: [...now.refused, plot.id] }));
            }}
          >
            <Without
              answer={answer}
              question={questionWithout(question, plot.id)}
              state={!rests || stopped || index > turn ? 'waits' : 'asks'}
              stopped={stopped && index >= turn}
              onDone={() => setTurn((now) => Math.max(now, index + 1))}
            />
          </ChosenPlot>
        ))}
      </ol>
      {turn < plots.length && plots.length > 1 && (
        <Button size="small" type="text" onClick={() => setStopped(!stopped)}>
          {t(stopped ? 'goOn' : 'stop')}
        </Button>
      )}
    </>
  );
}
